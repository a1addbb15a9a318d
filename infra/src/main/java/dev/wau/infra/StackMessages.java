package dev.wau.infra;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awscdk.cxapi.CloudFormationStackArtifact;
import software.amazon.awscdk.cxapi.SynthesisMessageLevel;

/** What CDK and cdk-nag say of a stack. */
@SuppressWarnings("deprecation") // CDK moves these types; Java has no others yet
final class StackMessages {

    /** As CDK names its warnings of a role with more policies than an account allows it. */
    private static final Pattern TOO_MANY_POLICIES = Pattern.compile("@aws-cdk/aws-iam:rolePolicy(Large|TooLarge)\\b");

    private static final String WAY_OUT =
            "\n        Each customer's own bucket or log group is a right of the aggregation's role, and IAM bounds"
                    + " them: have customers name a role of theirs (customers.NAME.aws.role in wau.yaml), or deliver to the landing"
                    + " bucket (customers.NAME.access: deliver)";

    private StackMessages() {}

    static List<String> errors(CloudFormationStackArtifact stack) {
        return Stream.concat(
                        of(stack, SynthesisMessageLevel.ERROR),
                        of(stack, SynthesisMessageLevel.WARNING)
                                .filter(StackMessages::isRefused)
                                .map(message -> message + WAY_OUT))
                .toList();
    }

    static List<String> warnings(CloudFormationStackArtifact stack) {
        return of(stack, SynthesisMessageLevel.WARNING)
                .filter(message -> !isRefused(message))
                .toList();
    }

    /** What CDK only warns of, and the deployment ends by. */
    private static boolean isRefused(String message) {
        return TOO_MANY_POLICIES.matcher(message).find();
    }

    private static Stream<String> of(CloudFormationStackArtifact stack, SynthesisMessageLevel level) {
        return stack.getMessages().stream()
                .filter(message -> message.getLevel() == level)
                .map(message -> message.getId() + ": "
                        + String.valueOf(message.getEntry().getData()).strip());
    }
}
