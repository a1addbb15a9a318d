package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.Removal;
import software.amazon.awscdk.RemovalPolicy;

/** What CloudFormation does with data when it would delete it. */
final class Removals {

    private Removals() {}

    static RemovalPolicy of(Deployment deployment) {
        return deployment.settings().removal() == Removal.KEEP ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    }
}
