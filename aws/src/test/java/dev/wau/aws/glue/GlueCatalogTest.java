package dev.wau.aws.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogConnection;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.Registration;
import dev.wau.catalog.TableCatalog;
import dev.wau.catalog.TableName;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.aws.GlueFakeCatalog;
import dev.wau.testing.aws.GlueFault;
import dev.wau.testing.catalog.TableCatalogContract;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GlueCatalogTest extends TableCatalogContract {

    private static final TableName ROWS = new TableName("audit", "rows");
    private static final String URL = "jdbc:redshift://host.example:5439/dev";

    private final GlueSetting setting = new GlueSetting();

    @AfterEach
    void close() {
        setting.close();
    }

    @Override
    protected TableCatalog catalog(List<CatalogTable> tables) {
        tables.forEach(setting.fake().catalog()::add);
        return setting.catalog();
    }

    @Test
    void the_password_of_a_connection_is_never_asked_for() {
        CatalogTable found = catalog(List.of(table())).find(ROWS).orElseThrow();

        assertThat(found.toString()).doesNotContain(GlueFakeCatalog.PASSWORD);
        assertThat(setting.fake().requests("GetConnection")).isEqualTo(1);
    }

    @Test
    void a_newer_connections_secret_stands_apart() {
        TableCatalog catalog = catalog(List.of(table()));
        setting.fake().catalog().authenticated("to-redshift", URL, "arn:aws:secretsmanager:eu-west-1:1:secret:s");

        CatalogConnection connection =
                Objects.requireNonNull(catalog.find(ROWS).orElseThrow().connection());
        assertThat(connection.secret()).isEqualTo("arn:aws:secretsmanager:eu-west-1:1:secret:s");
        assertThat(connection.url()).isEqualTo(URL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GetTable      | Cannot look up table audit.rows: User: made-by-a-test is not authorized  | allow glue:GetTable on
            GetConnection | Cannot look up connection 'to-redshift' of table audit.rows: User: made- | allow glue:GetConnection on
            """)
    void a_refusal_says_what_to_allow(String operation, String what, String advice) {
        setting.fake().fail(operation, GlueFault.DENY);

        assertFails().hasMessageStartingWith(what).hasMessageContaining(advice);
    }

    @Test
    void a_connection_that_is_gone_is_named() {
        TableCatalog catalog = catalog(List.of(table()));
        setting.fake().catalog().removeConnection("to-redshift");

        WauException error = catchThrowableOfType(WauException.class, () -> catalog.find(ROWS));
        assertThat(error.code()).isEqualTo(ErrorCode.CATALOG_FAILED);
        assertThat(error).hasMessageContaining("its connection 'to-redshift' isn't there");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GetTable       | Cannot look up table audit.rows    | allow glue:GetTable on
            CreateTable    | Cannot create table audit.rows     | allow glue:CreateTable on
            CreateDatabase | Cannot create database audit       | allow glue:CreateDatabase on
            """)
    void a_refused_registration_says_what_to_allow(String operation, String what, String advice) {
        setting.fake().fail(operation, GlueFault.DENY);

        WauException error =
                catchThrowableOfType(WauException.class, () -> setting.catalog().register(table()));
        assertThat(error.code()).isEqualTo(ErrorCode.CATALOG_FAILED);
        assertThat(error)
                .hasMessageStartingWith(what)
                .hasMessageContaining("made-by-a-test is not authorized")
                .hasMessageContaining(advice);
    }

    @Test
    void a_refused_update_changes_nothing() {
        TableCatalog catalog = catalog(List.of(table()));
        setting.fake().fail("UpdateTable", GlueFault.DENY);

        WauException error = catchThrowableOfType(WauException.class, () -> catalog.register(other()));
        assertThat(error).hasMessageContaining("allow glue:UpdateTable on");
        assertThat(catalog.find(ROWS)).contains(table());
    }

    @Test
    void a_missing_database_is_made() {
        assertThat(setting.catalog().register(table())).isEqualTo(Registration.CREATED);
        assertThat(setting.fake().catalog().databases()).containsExactly("audit");
        assertThat(setting.catalog().list("audit").tables())
                .extracting(CatalogTable::name)
                .containsExactly(ROWS);
    }

    @ParameterizedTest
    @EnumSource(
            value = GlueFault.class,
            names = {"CONFLICT", "FAIL", "DO_AND_FAIL", "LOSE_REPLY", "THROTTLE"})
    void what_fails_for_a_moment_is_tried_again_and_done_once(GlueFault fault) {
        TableCatalog catalog = setting.catalog();
        setting.fake().fail("CreateTable", fault);
        assertThat(catalog.register(table())).isEqualTo(Registration.CREATED);

        setting.fake().fail("UpdateTable", fault);
        assertThat(catalog.register(other())).isEqualTo(Registration.CHANGED);

        assertThat(setting.fake()
                        .catalog()
                        .table("audit", "rows")
                        .orElseThrow()
                        .path("VersionId")
                        .asInt())
                .isBetween(1, 2);
        assertThat(catalog.register(other())).isEqualTo(Registration.SAME);
    }

    @Test
    void who_is_always_overtaken_says_so() {
        GlueFault[] always = new GlueFault[6];
        java.util.Arrays.fill(always, GlueFault.CONFLICT);
        catalog(List.of(table()));
        setting.fake().fail("UpdateTable", always);

        WauException error =
                catchThrowableOfType(WauException.class, () -> setting.catalog().register(other()));
        assertThat(error.code()).isEqualTo(ErrorCode.CATALOG_FAILED);
        assertThat(error).hasMessageContaining("others change it at the same time, in 6 tries (is a crawler running?");
    }

    @Test
    void what_only_glue_knows_of_a_table_stays() {
        setting.fake().catalog().add(table());
        ObjectNode before =
                (ObjectNode) setting.fake().catalog().table("audit", "rows").orElseThrow();
        before.put("Owner", "crawler").put("Retention", 7).put("TableType", "EXTERNAL_TABLE");
        ((ObjectNode) before.path("StorageDescriptor")).put("Compressed", true);
        setting.fake().catalog().put("audit", before);

        setting.catalog().register(other());

        JsonNode after = setting.fake().catalog().table("audit", "rows").orElseThrow();
        assertThat(after.path("Owner").asText()).isEqualTo("crawler");
        assertThat(after.path("Retention").asInt()).isEqualTo(7);
        assertThat(after.path("StorageDescriptor").path("Compressed").asBoolean())
                .isTrue();
        assertThat(after.path("StorageDescriptor").path("Location").asText()).isEqualTo("elsewhere");
    }

    @Test
    void what_glue_refuses_says_what_may_be_in_the_way() {
        CatalogTable table = new CatalogTable(
                ROWS, "here", List.of(new CatalogColumn("a", "string", "x".repeat(256))), Map.of(), null);

        WauException error =
                catchThrowableOfType(WauException.class, () -> setting.catalog().register(table));
        assertThat(error).hasMessageContaining("InvalidInputException").hasMessageContaining("delete it, then");
    }

    private static CatalogTable other() {
        return new CatalogTable(ROWS, "elsewhere", List.of(), Map.of(), null);
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFails() {
        TableCatalog catalog = catalog(List.of(table()));
        WauException error = catchThrowableOfType(WauException.class, () -> catalog.find(ROWS));
        assertThat(error.code()).isEqualTo(ErrorCode.CATALOG_FAILED);
        return assertThat(error);
    }

    private static CatalogTable table() {
        return new CatalogTable(
                ROWS,
                "dev.public.wau_audit_logs",
                List.of(),
                Map.of("connectionName", "to-redshift"),
                new CatalogConnection("to-redshift", URL, null));
    }
}
