package dev.wau.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class WarehouseTest {

    private final TestingStack stack = TestingStack.standard();

    @Test
    void namesCapacityAndLimitAreSettings() {
        TestingStack chosen = TestingStack.of("""
                warehouse:
                  namespace: audit-ns
                  workgroup: audit-wg
                  database: audit
                  base-capacity: 16
                  max-capacity: 64
                  daily-rpu-hours: 5
                  limit-action: deactivate
                """);
        JsonNode workgroup = chosen.only("AWS::RedshiftServerless::Workgroup");
        assertThat(workgroup.get("WorkgroupName").asText()).isEqualTo("audit-wg");
        assertThat(workgroup.get("BaseCapacity").asInt()).isEqualTo(16);
        assertThat(workgroup.get("MaxCapacity").asInt()).isEqualTo(64);
        JsonNode namespace = chosen.only("AWS::RedshiftServerless::Namespace");
        assertThat(namespace.get("NamespaceName").asText()).isEqualTo("audit-ns");
        assertThat(namespace.get("DbName").asText()).isEqualTo("audit");
        assertThat(chosen.text(chosen.only("Custom::WauUsageLimit").get("Create")))
                .contains("\"action\":\"createUsageLimit\"", "\"amount\":5", "\"breachAction\":\"deactivate\"");
        assertThat(chosen.only("AWS::Glue::Crawler")
                        .at("/Targets/JdbcTargets/0/Path")
                        .asText())
                .isEqualTo("audit/public/wau_audit_logs");
    }

    @Test
    void withoutALimitThereIsNone() {
        assertThat(TestingStack.of("warehouse: {daily-rpu-hours: 0}\n").all("Custom::WauUsageLimit"))
                .isEmpty();
    }

    @Test
    void redshiftKeepsTheAdministratorsPassword() {
        JsonNode namespace = stack.only("AWS::RedshiftServerless::Namespace");
        assertThat(namespace.get("ManageAdminPassword").asBoolean()).isTrue();
        assertThat(namespace.has("AdminUserPassword")).isFalse();
    }

    @Test
    void itsRoleIsTrustedToBothOfRedshiftsServices() {
        assertThat(stack.with("AWS::IAM::Role", "RoleName", "wau-test-warehouse")
                        .at("/AssumeRolePolicyDocument/Statement")
                        .toString())
                .contains("\"redshift-serverless.amazonaws.com\"", "\"redshift.amazonaws.com\"");
        assertThat(stack.template().toString()).doesNotContain("AmazonRedshiftAllCommandsFullAccess");
    }

    @Test
    void connectionsAreEncrypted() {
        assertThat(stack.only("AWS::RedshiftServerless::Workgroup")
                        .at("/ConfigParameters/0")
                        .toString())
                .isEqualTo("{\"ParameterKey\":\"require_ssl\",\"ParameterValue\":\"true\"}");
        assertThat(stack.only("AWS::Glue::Connection")
                        .at("/ConnectionInput/ConnectionProperties/JDBC_ENFORCE_SSL")
                        .asText())
                .isEqualTo("true");
    }
}
