package dev.wau.infra.stack;

import dev.wau.infra.settings.WarehouseSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.customresources.PhysicalResourceIdReference;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.redshiftserverless.CfnWorkgroup;
import software.constructs.Construct;

/**
 * The most that a day of the warehouse may cost. CloudFormation has no resource for it, so it is made by the call itself. To
 * IAM these calls know no resources, so they are allowed on all; only CloudFormation reaches the function that sends them.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateUsageLimit.html">AWS:
 *     CreateUsageLimit</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonredshiftserverless.html">AWS:
 *     what IAM knows of Redshift Serverless</a>
 */
final class UsageLimit extends Construct {

    private static final String SERVICE = "RedshiftServerless";

    /** In the reply: its id. */
    private static final String ID = "usageLimit.usageLimitId";

    private final AwsCustomResource limit;
    private final WarehouseSettings settings;
    private final String workgroup;

    UsageLimit(Construct scope, CfnWorkgroup workgroup, WarehouseSettings settings, LogGroup logs) {
        super(scope, "UsageLimit");
        this.settings = settings;
        this.workgroup = workgroup.getWorkgroupName();
        Map<String, Object> amount = Map.of("amount", settings.dailyRpuHours(), "breachAction", settings.limitAction());
        Map<String, Object> whole = new TreeMap<>(amount);
        whole.putAll(Map.of(
                "resourceArn",
                workgroup.getAttrWorkgroupWorkgroupArn(),
                "usageType",
                "serverless-compute",
                "period",
                "daily"));
        PhysicalResourceId id = PhysicalResourceId.fromResponse(ID);
        this.limit = AwsCustomResource.Builder.create(this, "Limit")
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
                .policy(AwsCustomResourcePolicy.fromStatements(List.of(Allow.on(
                        "*",
                        "redshift-serverless:CreateUsageLimit",
                        "redshift-serverless:UpdateUsageLimit",
                        "redshift-serverless:DeleteUsageLimit"))))
                .build();
    }

    /** RPU-hours, of a day. */
    int amount() {
        return settings.dailyRpuHours();
    }

    /**
     * The RPU-hours that this day has used.
     *
     * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-audit-logging.html">AWS: metrics</a>
     */
    Metric consumed() {
        Map<String, String> dimensions = new TreeMap<>();
        dimensions.put("UsageLimitId", limit.getResponseField(ID));
        dimensions.put("UsageType", "SERVERLESS_COMPUTE");
        dimensions.put("Workgroup", workgroup);
        return Metric.Builder.create()
                .namespace("AWS/Redshift-Serverless")
                .metricName("UsageLimitConsumed")
                .dimensionsMap(dimensions)
                .statistic("Maximum")
                .period(Duration.hours(1))
                .build();
    }

    private static AwsSdkCall.Builder call(String action, Map<String, Object> parameters) {
        return AwsSdkCall.builder().service(SERVICE).action(action).parameters(parameters);
    }

    /** With the id that AWS gave it. */
    private static Map<String, Object> with(Map<String, Object> parameters) {
        Map<String, Object> all = new TreeMap<>(parameters);
        all.put("usageLimitId", new PhysicalResourceIdReference());
        return all;
    }
}
