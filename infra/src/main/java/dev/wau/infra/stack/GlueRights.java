package dev.wau.infra.stack;

import dev.wau.infra.settings.Names;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.Role;

/**
 * What Glue's own work takes, for a job and a crawler alike.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/create-service-policy.html">AWS: the policy of Glue's service
 *     role</a>
 */
final class GlueRights {

    private GlueRights() {}

    /** To stand in the VPC by the connection, and to log in by its secret. */
    static void connection(Role role, Names names, Warehouse warehouse) {
        role.addToPolicy(Allow.on(
                List.of(names.arn("glue", "catalog"), names.arn("glue", "connection/" + names.connection())),
                "glue:GetConnection"));
        role.addToPolicy(
                Allow.on(warehouse.secret(), "secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"));
        role.addToPolicy(Allow.on(
                "*",
                "ec2:DescribeVpcEndpoints",
                "ec2:DescribeRouteTables",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcAttribute"));
        role.addToPolicy(Allow.on(
                List.of(
                        names.arn("ec2", "network-interface/*"),
                        names.arn("ec2", "subnet/*"),
                        names.arn("ec2", "security-group/*")),
                "ec2:CreateNetworkInterface"));
        role.addToPolicy(Allow.on(names.arn("ec2", "network-interface/*"), "ec2:DeleteNetworkInterface"));
        role.addToPolicy(Allow.when(
                Map.of("ForAllValues:StringEquals", Map.of("aws:TagKeys", List.of("aws-glue-service-resource"))),
                names.arn("ec2", "network-interface/*"),
                "ec2:CreateTags",
                "ec2:DeleteTags"));
    }

    /** Glue's own log groups. */
    static void logs(Role role, Names names) {
        role.addToPolicy(Allow.on(
                List.of(names.arn("logs", "log-group:/aws-glue/*")),
                "logs:CreateLogGroup",
                "logs:CreateLogStream",
                "logs:PutLogEvents"));
    }
}
