package dev.wau.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private final TestingStack stack = TestingStack.standard();

    @Test
    void theCrawlerSeesTheFilesAndTheWarehousesTableAndNothingElse() {
        JsonNode targets = stack.only("AWS::Glue::Crawler").get("Targets");
        assertThat(targets.get("S3Targets"))
                .singleElement()
                .satisfies(target -> assertThat(stack.text(target.get("Path")))
                        .isEqualTo("s3://wau-test-central-111122223333-eu-west-1/csv/"));
        assertThat(targets.get("JdbcTargets")).singleElement().satisfies(target -> {
            assertThat(target.get("Path").asText()).isEqualTo("dev/public/wau_audit_logs");
            assertThat(target.get("ConnectionName"))
                    .isEqualTo(stack.only("AWS::Glue::Connection").at("/ConnectionInput/Name"));
        });
        assertThat(targets.toString()).doesNotContain("complete");
    }

    @Test
    void itCrawlsAllFoldersIntoOneTableWithOurClassifier() {
        JsonNode crawler = stack.only("AWS::Glue::Crawler");
        assertThat(crawler.at("/RecrawlPolicy/RecrawlBehavior").asText()).isEqualTo("CRAWL_EVERYTHING");
        assertThat(crawler.get("Configuration").asText()).contains("\"CombineCompatibleSchemas\"");
        assertThat(crawler.get("Classifiers")).hasSize(1);
        JsonNode classifier = stack.only("AWS::Glue::Classifier").get("CsvClassifier");
        assertThat(classifier.get("ContainsHeader").asText()).isEqualTo("PRESENT");
        assertThat(classifier.get("QuoteSymbol").asText()).isEqualTo("\"");
        assertThat(classifier.get("Delimiter").asText()).isEqualTo(",");
    }

    @Test
    void itRunsWhenStartedAndLeavesTablesAsTheyAreUnlessSettingsSayOtherwise() {
        JsonNode crawler = stack.only("AWS::Glue::Crawler");
        assertThat(crawler.has("Schedule")).isFalse();
        assertThat(crawler.at("/SchemaChangePolicy/UpdateBehavior").asText()).isEqualTo("LOG");
        TestingStack chosen = TestingStack.of("""
                catalog:
                  database: audit
                  table-prefix: wau_
                  crawler-schedule: cron(0 5 * * ? *)
                  on-change: update
                  on-delete: deprecate
                """);
        JsonNode other = chosen.only("AWS::Glue::Crawler");
        assertThat(other.at("/Schedule/ScheduleExpression").asText()).isEqualTo("cron(0 5 * * ? *)");
        assertThat(other.at("/SchemaChangePolicy").toString())
                .isEqualTo("{\"DeleteBehavior\":\"DEPRECATE_IN_DATABASE\",\"UpdateBehavior\":\"UPDATE_IN_DATABASE\"}");
        assertThat(other.get("TablePrefix").asText()).isEqualTo("wau_");
        assertThat(other.get("DatabaseName").asText()).isEqualTo("audit");
        assertThat(chosen.only("AWS::Glue::Database").at("/DatabaseInput/Name").asText())
                .isEqualTo("audit");
    }

    @Test
    void theConnectionHasTheSecretAndNoPassword() {
        JsonNode properties = stack.only("AWS::Glue::Connection").at("/ConnectionInput/ConnectionProperties");
        assertThat(stack.text(properties.get("SECRET_ID"))).endsWith(".namespace.adminPasswordSecretArn>");
        assertThat(properties.has("PASSWORD")).isFalse();
        assertThat(stack.text(properties.get("JDBC_CONNECTION_URL")))
                .matches("jdbc:redshift://<WarehouseWorkgroup\\w+\\.Workgroup\\.Endpoint\\.Address>:5439/dev");
    }
}
