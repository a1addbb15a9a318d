package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.Removal;
import software.amazon.awscdk.RemovalPolicy;

/**
 * What CloudFormation does with data when it would delete it. What a first deployment made that failed goes again even if it is
 * to be kept: its name would be in the next one's way.
 */
final class Removals {

    private Removals() {}

    static RemovalPolicy of(Deployment deployment) {
        return deployment.settings().removal() == Removal.KEEP
                ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
                : RemovalPolicy.DESTROY;
    }
}
