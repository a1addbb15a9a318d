package dev.wau.infra.stack;

import dev.wau.infra.settings.AggregateSettings;
import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.Names;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.RecursiveLoop;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/** The aggregation: the function that brings customers' files and writes the marker, and its schedule. */
final class Aggregation extends Construct {

    /** Its part of names: {@code wau-production-aggregate}. */
    static final String ROLE = "aggregate";

    /** The class of its handler. */
    static final String HANDLER = "dev.wau.lambda.Aggregate";

    /** Lambda's longest; what isn't done by then goes on in another invocation. */
    private static final Duration TIMEOUT = Duration.minutes(15);

    private final Deployment deployment;
    private final JavaFunction function;

    Aggregation(Construct scope, Deployment deployment, Packages packages, Asset config, Storage storage) {
        super(scope, "Aggregation");
        this.deployment = deployment;
        AggregateSettings settings = deployment.settings().aggregate();
        this.function = new JavaFunction(
                this,
                deployment,
                new JavaFunction.Spec(
                        ROLE,
                        "brings customers' files to the central bucket and writes the completion marker",
                        packages.aggregate(),
                        HANDLER,
                        settings.memory(),
                        TIMEOUT,
                        settings.architecture().equals("arm64") ? Architecture.ARM_64 : Architecture.X86_64,
                        settings.snapStart(),
                        variables(settings, config, storage),
                        settings.recursiveLoop().equals("Allow") ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE));
        allowCentral(storage);
        new SourceRights(deployment).grant(function);
        function.allow(Allow.reading(config));
        if (settings.schedule() != null) {
            schedule(settings.schedule(), settings.zone());
        }
    }

    private Map<String, String> variables(AggregateSettings settings, Asset config, Storage storage) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("WAU_CONFIG", config.getS3ObjectUrl());
        variables.put("WAU_CENTRAL", "s3://" + storage.central().getBucketName());
        variables.put("WAU_CUSTOMERS_PER_PART", String.valueOf(settings.customersPerPart()));
        variables.put("WAU_ENVIRONMENT", deployment.names().environment());
        // Gigabytes gain from the optimising compiler, which Lambda leaves out by default.
        variables.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=4");
        // Resolved by CloudFormation: neither the template nor this process has the value.
        settings.secrets()
                .forEach((variable, secret) -> variables.put(
                        variable, SecretValue.secretsManager(secret).unsafeUnwrap()));
        return variables;
    }

    /** All but the staged parts of loads, which it has no business with. */
    private void allowCentral(Storage storage) {
        function.allow(Allow.on(storage.central().getBucketArn(), "s3:ListBucket"));
        function.allow(Allow.on(
                storage.central().arnForObjects("*"),
                "s3:GetObject",
                "s3:PutObject",
                "s3:DeleteObject",
                "s3:AbortMultipartUpload"));
        storage.allowWriting(function.role());
        Names names = deployment.names();
        String self = names.arn("lambda", "function:" + names.of(ROLE));
        function.allow(Allow.on(List.of(self, self + ":" + JavaFunction.ALIAS), "lambda:InvokeFunction"));
    }

    private void schedule(String expression, String zone) {
        Role role = Role.Builder.create(this, "ScheduleRole")
                .roleName(deployment.names().of("schedule"))
                .description("wau: starts the aggregation")
                .assumedBy(Trust.forThisAccount("scheduler.amazonaws.com", deployment.names()))
                .build();
        role.addToPolicy(Allow.on(function.alias().getFunctionArn(), "lambda:InvokeFunction"));
        CfnSchedule.Builder.create(this, "Schedule")
                .name(deployment.names().of(ROLE))
                .description("wau: starts the aggregation")
                .scheduleExpression(expression)
                .scheduleExpressionTimezone(zone)
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(function.alias().getFunctionArn())
                        .roleArn(role.getRoleArn())
                        .input("{}")
                        .build())
                .build();
    }

    JavaFunction function() {
        return function;
    }
}
