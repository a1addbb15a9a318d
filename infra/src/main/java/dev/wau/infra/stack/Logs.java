package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Log groups, kept for as long as settings say. */
final class Logs {

    private Logs() {}

    static LogGroup of(Construct scope, Deployment deployment, String id, String name) {
        LogGroup group = LogGroup.Builder.create(scope, id)
                .logGroupName(name)
                .removalPolicy(Removals.of(deployment))
                .build();
        // The number itself: the construct's own enumeration lacks some of those that CloudWatch knows.
        ((CfnLogGroup) group.getNode().getDefaultChild())
                .setRetentionInDays(deployment.settings().watch().logDays());
        return group;
    }
}
