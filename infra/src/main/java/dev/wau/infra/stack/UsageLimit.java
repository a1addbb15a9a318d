package dev.wau.infra.stack;

import dev.wau.infra.settings.Names;
import dev.wau.infra.settings.WarehouseSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.customresources.PhysicalResourceIdReference;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.redshiftserverless.CfnWorkgroup;
import software.constructs.Construct;

/**
 * The most that a day of the warehouse may cost. CloudFormation has no resource for it, so it is made by the call itself.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateUsageLimit.html">AWS:
 *     CreateUsageLimit</a>
 */
final class UsageLimit extends Construct {

    private static final String SERVICE = "RedshiftServerless";

    UsageLimit(Construct scope, CfnWorkgroup workgroup, WarehouseSettings settings, Names names, LogGroup logs) {
        super(scope, "UsageLimit");
        Map<String, Object> amount = Map.of("amount", settings.dailyRpuHours(), "breachAction", settings.limitAction());
        Map<String, Object> whole = new TreeMap<>(amount);
        whole.putAll(Map.of(
                "resourceArn",
                workgroup.getAttrWorkgroupWorkgroupArn(),
                "usageType",
                "serverless-compute",
                "period",
                "daily"));
        PhysicalResourceId id = PhysicalResourceId.fromResponse("usageLimit.usageLimitId");
        AwsCustomResource.Builder.create(this, "Limit")
                .resourceType("Custom::WauUsageLimit")
                .onCreate(call("createUsageLimit", whole).physicalResourceId(id).build())
                .onUpdate(call("updateUsageLimit", with(amount))
                        .physicalResourceId(id)
                        .build())
                .onDelete(call("deleteUsageLimit", with(Map.of()))
                        .ignoreErrorCodesMatching("ResourceNotFoundException")
                        .build())
                .installLatestAwsSdk(false)
                .logGroup(logs)
                .policy(AwsCustomResourcePolicy.fromStatements(rights(workgroup, names)))
                .build();
    }

    private static AwsSdkCall.Builder call(String action, Map<String, Object> parameters) {
        return AwsSdkCall.builder().service(SERVICE).action(action).parameters(parameters);
    }

    private static List<PolicyStatement> rights(CfnWorkgroup workgroup, Names names) {
        return List.of(
                Allow.on(workgroup.getAttrWorkgroupWorkgroupArn(), "redshift-serverless:CreateUsageLimit"),
                Allow.on(
                        names.arn("redshift-serverless", "usagelimit/*"),
                        "redshift-serverless:CreateUsageLimit",
                        "redshift-serverless:UpdateUsageLimit",
                        "redshift-serverless:DeleteUsageLimit"));
    }

    /** With the id that AWS gave it. */
    private static Map<String, Object> with(Map<String, Object> parameters) {
        Map<String, Object> all = new TreeMap<>(parameters);
        all.put("usageLimitId", new PhysicalResourceIdReference());
        return all;
    }
}
