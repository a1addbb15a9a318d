package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** A function of wau: its package, its role, its log group, and the alias {@code live} that SnapStart needs. */
final class JavaFunction extends Construct {

    /** What is invoked: a published version. */
    static final String ALIAS = "live";

    /**
     * What differs.
     *
     * @param handler a class
     * @param recursiveLoop what Lambda does with long chains; null: its own choice
     */
    record Spec(
            String role,
            String description,
            Path archive,
            String handler,
            int memory,
            Duration timeout,
            Architecture architecture,
            boolean snapStart,
            Map<String, String> variables,
            software.amazon.awscdk.services.lambda.@Nullable RecursiveLoop recursiveLoop) {}

    private final Function function;
    private final Role role;
    private final Alias alias;

    JavaFunction(Construct scope, Deployment deployment, Spec spec) {
        super(scope, "Function");
        String name = deployment.names().of(spec.role());
        LogGroup logs = Logs.of(this, deployment, "Logs", "/aws/lambda/" + name);
        this.role = Role.Builder.create(this, "Role")
                .roleName(name)
                .description("wau: " + spec.description())
                .assumedBy(Trust.forThisAccount("lambda.amazonaws.com", deployment.names()))
                .build();
        role.addToPolicy(Allow.on(logs.getLogGroupArn(), "logs:CreateLogStream", "logs:PutLogEvents"));
        this.function = Function.Builder.create(this, "Function")
                .functionName(name)
                .description("wau: " + spec.description())
                .runtime(Runtime.JAVA_17)
                .architecture(spec.architecture())
                .handler(spec.handler())
                .code(Code.fromAsset(spec.archive().toString()))
                .memorySize(spec.memory())
                .timeout(spec.timeout())
                .role(role)
                .logGroup(logs)
                .environment(spec.variables())
                .snapStart(spec.snapStart() ? SnapStartConf.ON_PUBLISHED_VERSIONS : null)
                .recursiveLoop(spec.recursiveLoop())
                .build();
        // The alias publishes one with every change.
        Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish");
        this.alias = Alias.Builder.create(this, "Live")
                .aliasName(ALIAS)
                .version(function.getCurrentVersion())
                .build();
    }

    void allow(PolicyStatement statement) {
        role.addToPolicy(statement);
    }

    Function function() {
        return function;
    }

    Role role() {
        return role;
    }

    Alias alias() {
        return alias;
    }
}
