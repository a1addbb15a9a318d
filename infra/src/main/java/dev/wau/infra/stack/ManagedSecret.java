package dev.wau.infra.stack;

import dev.wau.infra.settings.Names;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.redshiftserverless.CfnNamespace;
import software.constructs.Construct;

/**
 * Where Redshift keeps the administrator's password. CloudFormation doesn't tell, so the namespace is asked: the ARN is known
 * to the policies, and they name this one secret.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_GetNamespace.html">AWS:
 *     GetNamespace</a>
 */
final class ManagedSecret {

    /** In the reply: its ARN. */
    static final String ARN = "namespace.adminPasswordSecretArn";

    private ManagedSecret() {}

    static AwsCustomResource of(Construct scope, Names names, CfnNamespace namespace, LogGroup logs) {
        AwsSdkCall ask = AwsSdkCall.builder()
                .service("RedshiftServerless")
                .action("getNamespace")
                .parameters(Map.of("namespaceName", names.namespace()))
                .outputPaths(List.of(ARN))
                .physicalResourceId(PhysicalResourceId.of(names.namespace() + "-secret"))
                .build();
        AwsCustomResource secret = AwsCustomResource.Builder.create(scope, "Secret")
                .resourceType("Custom::WauManagedSecret")
                .onCreate(ask)
                .onUpdate(ask)
                .installLatestAwsSdk(false)
                .logGroup(logs)
                .policy(AwsCustomResourcePolicy.fromStatements(List.of(
                        Allow.on(namespace.getAttrNamespaceNamespaceArn(), "redshift-serverless:GetNamespace"))))
                .build();
        secret.getNode().addDependency(namespace);
        return secret;
    }
}
