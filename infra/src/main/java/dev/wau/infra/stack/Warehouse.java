package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.Names;
import dev.wau.infra.settings.WarehouseSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.services.iam.CompositePrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.redshiftserverless.CfnNamespace;
import software.amazon.awscdk.services.redshiftserverless.CfnWorkgroup;
import software.constructs.Construct;

/**
 * Redshift Serverless. Its administrator's password is Redshift's own, kept in Secrets Manager; wau's tables are made by the
 * first load. The role with which it reads what a run has staged may read that alone.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-secrets-manager-integration.html">AWS: managed
 *     passwords</a>
 */
final class Warehouse extends Construct {

    private final Names names;
    private final CfnNamespace namespace;
    private final CfnWorkgroup workgroup;
    private final AwsCustomResource secret;
    private final Role role;
    private final @Nullable UsageLimit limit;

    Warehouse(Construct scope, Deployment deployment, Storage storage, Network network) {
        super(scope, "Warehouse");
        this.names = deployment.names();
        WarehouseSettings settings = deployment.settings().warehouse();
        // Of the function by which CDK makes what CloudFormation has no resource for.
        LogGroup logs = Logs.of(this, deployment, "Logs", names.logGroup("deployment"));
        this.role = role(storage);
        this.namespace = CfnNamespace.Builder.create(this, "Namespace")
                .namespaceName(names.namespace())
                .dbName(settings.database())
                .adminUsername(settings.admin())
                .manageAdminPassword(true)
                .iamRoles(List.of(role.getRoleArn()))
                .defaultIamRoleArn(role.getRoleArn())
                .logExports(List.of("userlog", "connectionlog"))
                .kmsKeyId(deployment.settings().storage().kmsKey())
                .build();
        namespace.applyRemovalPolicy(Removals.of(deployment));
        this.secret = ManagedSecret.of(this, names, namespace, logs);
        this.workgroup = CfnWorkgroup.Builder.create(this, "Workgroup")
                .workgroupName(names.workgroup())
                .namespaceName(namespace.getNamespaceName())
                .baseCapacity(settings.baseCapacity())
                .maxCapacity(settings.maxCapacity())
                .subnetIds(network.subnets())
                .securityGroupIds(List.of(network.warehouse().getSecurityGroupId()))
                .enhancedVpcRouting(true)
                .publiclyAccessible(false)
                .port(Network.WAREHOUSE_PORT)
                .configParameters(List.of(CfnWorkgroup.ConfigParameterProperty.builder()
                        .parameterKey("require_ssl")
                        .parameterValue("true")
                        .build()))
                .build();
        workgroup.getNode().addDependency(namespace);
        if (settings.dailyRpuHours() > 0) {
            this.limit = new UsageLimit(this, workgroup, settings, logs);
        } else {
            this.limit = null;
        }
    }

    private Role role(Storage storage) {
        Role made = Role.Builder.create(this, "Role")
                .roleName(names.of("warehouse"))
                .description("wau: with which Redshift reads what a load has staged")
                .assumedBy(new CompositePrincipal(
                        Trust.service("redshift-serverless.amazonaws.com"), Trust.service("redshift.amazonaws.com")))
                .build();
        made.addToPolicy(Allow.on(storage.central().arnForObjects("staging/*"), "s3:GetObject"));
        made.addToPolicy(Allow.when(
                Map.of("StringLike", Map.of("s3:prefix", "staging/*")),
                storage.central().getBucketArn(),
                "s3:ListBucket"));
        made.addToPolicy(Allow.on(storage.central().getBucketArn(), "s3:GetBucketLocation"));
        storage.allowReading(made);
        return made;
    }

    /** Its URL, without who logs in. */
    String url() {
        return "jdbc:redshift://" + workgroup.getAttrWorkgroupEndpointAddress() + ":" + Network.WAREHOUSE_PORT + "/"
                + names.warehouse();
    }

    /** The ARN of the administrator's secret. */
    String secret() {
        return secret.getResponseField(ManagedSecret.ARN);
    }

    /** The role with which it reads {@code staging/}. */
    Role role() {
        return role;
    }

    /** Of its days; empty: none. */
    Optional<UsageLimit> limit() {
        return Optional.ofNullable(limit);
    }

    CfnWorkgroup workgroup() {
        return workgroup;
    }
}
