package dev.wau.testing.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogConnection;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.TableCatalog;
import dev.wau.catalog.TableName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link TableCatalog} does. */
public abstract class TableCatalogContract {

    private static final CatalogTable FILES = new CatalogTable(
            new TableName("audit", "csv"),
            "s3://central/wau/csv/",
            List.of(new CatalogColumn("timestamp", "string"), new CatalogColumn("event", "string")),
            Map.of("classification", "csv", "skip.header.line.count", "1"),
            null);

    private static final CatalogTable ROWS = new CatalogTable(
            new TableName("audit", "dev_public_wau_audit_logs"),
            "dev.public.wau_audit_logs",
            List.of(new CatalogColumn("customer", "string"), new CatalogColumn("event_time", "timestamp")),
            Map.of("classification", "redshift", "connectionName", "to-redshift"),
            new CatalogConnection("to-redshift", "jdbc:redshift://host.example:5439/dev", "wau/redshift"));

    /** A catalog that lists these tables and their connections. */
    protected abstract TableCatalog catalog(List<CatalogTable> tables);

    @Test
    void a_table_is_found_with_all_that_is_listed_of_it() {
        TableCatalog catalog = catalog(List.of(FILES, ROWS));

        assertThat(catalog.find(FILES.name())).contains(FILES);
        assertThat(catalog.find(ROWS.name())).contains(ROWS);
    }

    @Test
    void a_connection_may_have_no_secret_and_no_url() {
        CatalogTable table = new CatalogTable(
                ROWS.name(),
                ROWS.location(),
                List.of(),
                Map.of("connectionName", "network"),
                new CatalogConnection("network", "", null));

        assertThat(catalog(List.of(table)).find(table.name())).contains(table);
    }

    @Test
    void what_is_not_listed_is_not_found() {
        TableCatalog catalog = catalog(List.of(FILES));

        assertThat(catalog.find(new TableName("audit", "other"))).isEmpty();
        assertThat(catalog.find(new TableName("other", "csv"))).isEmpty();
    }

    @Test
    void names_are_found_in_any_case() {
        assertThat(catalog(List.of(FILES)).find(new TableName("AUDIT", "Csv")))
                .map(CatalogTable::location)
                .contains(FILES.location());
    }
}
