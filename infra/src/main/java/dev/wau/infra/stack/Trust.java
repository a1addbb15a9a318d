package dev.wau.infra.stack;

import dev.wau.infra.settings.Names;
import java.util.Map;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PrincipalWithConditions;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/**
 * Which service may take a role. Where AWS documents that the service says for whose resource it does so, only for this
 * account's: otherwise a service could be talked into it by another account (the "confused deputy").
 *
 * <p>Without the condition: Glue and Redshift, of which we found no page that has it, and a role that they can't take would stop
 * every load. They take no role that wasn't passed to them ({@code iam:PassRole}), which is possible within one account alone.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html">AWS:
 *     EventBridge Scheduler</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/permissions-managed-policies.html">AWS: Lambda's execution
 *     role</a>
 */
final class Trust {

    private Trust() {}

    /** A service that names the account for which it acts. */
    static IPrincipal forThisAccount(String service, Names names) {
        return new PrincipalWithConditions(
                new ServicePrincipal(service), Map.of("StringEquals", Map.of("aws:SourceAccount", names.account())));
    }

    /** A service of which AWS doesn't document that it does. */
    static IPrincipal service(String service) {
        return new ServicePrincipal(service);
    }
}
