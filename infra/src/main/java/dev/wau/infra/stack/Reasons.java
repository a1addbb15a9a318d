package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;

/** What cdk-nag's AwsSolutions rules would have otherwise, and why it is so. */
final class Reasons {

    private Reasons() {}

    static void suppress(WauStack stack, Deployment deployment) {
        NagSuppressions.addStackSuppressions(stack, List.of(reason("X", "y")));
    }

    private static NagPackSuppression reason(String rule, String why) {
        return NagPackSuppression.builder().id(rule).reason(why).build();
    }
}
