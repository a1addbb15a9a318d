package dev.wau.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private final TestingStack stack = TestingStack.standard();

    @Test
    void threeSubnetsStandInThreeZonesWithoutAWayToTheInternet() {
        assertThat(stack.all("AWS::EC2::Subnet")
                        .map(subnet -> subnet.at("/Properties/AvailabilityZone").toString()))
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(stack.all("AWS::EC2::InternetGateway")).isEmpty();
        assertThat(stack.all("AWS::EC2::NatGateway")).isEmpty();
        assertThat(stack.only("AWS::RedshiftServerless::Workgroup").get("SubnetIds"))
                .hasSize(3);
    }

    @Test
    void endpointsLeadToS3AndToSecretsWhereTheConnectionStands() {
        JsonNode gateway = stack.with("AWS::EC2::VPCEndpoint", "VpcEndpointType", "Gateway");
        assertThat(gateway.get("ServiceName").asText()).isEqualTo("com.amazonaws.eu-west-1.s3");
        assertThat(gateway.get("RouteTableIds")).hasSize(3);
        JsonNode secrets = stack.with("AWS::EC2::VPCEndpoint", "VpcEndpointType", "Interface");
        assertThat(secrets.get("ServiceName").asText()).isEqualTo("com.amazonaws.eu-west-1.secretsmanager");
        assertThat(secrets.get("SubnetIds"))
                .singleElement()
                .isEqualTo(stack.only("AWS::Glue::Connection")
                        .at("/ConnectionInput/PhysicalConnectionRequirements/SubnetId"));
    }

    @Test
    void theWarehouseIsReachedByTheJobAndByNamedAddresses() {
        TestingStack chosen = TestingStack.of("network: {warehouse-access: [10.9.0.0/16]}\n");
        assertThat(warehouseRules(stack)).hasSize(1);
        assertThat(warehouseRules(chosen)).hasSize(1);
        assertThat(chosen.all("AWS::EC2::SecurityGroup")
                        .map(group -> group.at("/Properties/SecurityGroupIngress"))
                        .filter(rules -> rules.toString().contains("10.9.0.0/16")))
                .singleElement()
                .satisfies(rules -> assertThat(rules.at("/0/ToPort").asInt()).isEqualTo(5439));
        assertThat(stack.template().toString()).doesNotContain("\"CidrIp\":\"0.0.0.0/0\",\"FromPort\"");
        assertThat(stack.only("AWS::RedshiftServerless::Workgroup")
                        .get("PubliclyAccessible")
                        .asBoolean())
                .isFalse();
    }

    /** Glue's workers talk to each other: AWS asks for a group that lets itself in. */
    @Test
    void theJobsGroupLetsItselfIn() {
        assertThat(stack.all("AWS::EC2::SecurityGroupIngress").map(rule -> rule.get("Properties")))
                .anySatisfy(rule -> {
                    assertThat(rule.get("GroupId")).isEqualTo(rule.get("SourceSecurityGroupId"));
                    assertThat(rule.get("FromPort").asInt()).isZero();
                    assertThat(rule.get("ToPort").asInt()).isEqualTo(65535);
                });
    }

    @Test
    void anExistingVpcIsUsedAndNoneIsMade() {
        TestingStack chosen = TestingStack.of("""
                network:
                  vpc: vpc-01234567
                  subnets: [subnet-01234501, subnet-01234502, subnet-01234503]
                  availability-zones: [eu-west-1a, eu-west-1b, eu-west-1c]
                  route-tables: [rtb-01234501]
                  endpoints: true
                  cidr: 10.77.0.0/16
                """);
        assertThat(chosen.all("AWS::EC2::VPC")).isEmpty();
        assertThat(chosen.all("AWS::EC2::Subnet")).isEmpty();
        assertThat(chosen.only("AWS::RedshiftServerless::Workgroup")
                        .get("SubnetIds")
                        .toString())
                .isEqualTo("[\"subnet-01234501\",\"subnet-01234502\",\"subnet-01234503\"]");
        assertThat(chosen.with("AWS::EC2::VPCEndpoint", "VpcEndpointType", "Gateway")
                        .get("VpcId")
                        .asText())
                .isEqualTo("vpc-01234567");
        assertThat(chosen.only("AWS::Glue::Connection")
                        .at("/ConnectionInput/PhysicalConnectionRequirements/AvailabilityZone")
                        .asText())
                .isEqualTo("eu-west-1a");
        // Its private name answers for the whole VPC.
        assertThat(chosen.all("AWS::EC2::SecurityGroup")
                        .map(group ->
                                group.at("/Properties/SecurityGroupIngress").toString()))
                .anyMatch(rules -> rules.contains("10.77.0.0/16") && rules.contains("443"));
    }

    @Test
    void endpointsThatTheVpcHasAreNotMadeAgain() {
        assertThat(TestingStack.of("network: {endpoints: false}\n").all("AWS::EC2::VPCEndpoint"))
                .isEmpty();
    }

    private static List<JsonNode> warehouseRules(TestingStack stack) {
        return stack.all("AWS::EC2::SecurityGroupIngress")
                .filter(rule -> rule.at("/Properties/FromPort").asInt() == 5439)
                .toList();
    }
}
