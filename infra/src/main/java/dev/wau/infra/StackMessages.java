package dev.wau.infra;

import java.util.List;
import software.amazon.awscdk.cxapi.CloudFormationStackArtifact;
import software.amazon.awscdk.cxapi.SynthesisMessageLevel;

/** What CDK and cdk-nag say of a stack. */
@SuppressWarnings("deprecation") // CDK moves these types; Java has no others yet
final class StackMessages {

    private StackMessages() {}

    static List<String> errors(CloudFormationStackArtifact stack) {
        return of(stack, SynthesisMessageLevel.ERROR);
    }

    static List<String> warnings(CloudFormationStackArtifact stack) {
        return of(stack, SynthesisMessageLevel.WARNING);
    }

    private static List<String> of(CloudFormationStackArtifact stack, SynthesisMessageLevel level) {
        return stack.getMessages().stream()
                .filter(message -> message.getLevel() == level)
                .map(message -> message.getId() + ": "
                        + String.valueOf(message.getEntry().getData()).strip())
                .toList();
    }
}
