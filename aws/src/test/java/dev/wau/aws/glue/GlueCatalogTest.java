package dev.wau.aws.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wau.catalog.CatalogConnection;
import dev.wau.catalog.CatalogTable;
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
