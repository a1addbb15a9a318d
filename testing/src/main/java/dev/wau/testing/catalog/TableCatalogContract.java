package dev.wau.testing.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogConnection;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.Registration;
import dev.wau.catalog.TableCatalog;
import dev.wau.catalog.TableFormat;
import dev.wau.catalog.TableName;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    private static final CatalogTable FULL = new CatalogTable(
            new TableName("audit", "full"),
            "s3://central/wau/csv/",
            List.of(
                    new CatalogColumn("timestamp", "string", "timestamp"),
                    new CatalogColumn("önder", "string", "\"quoted\", a comma")),
            List.of(new CatalogColumn("partition_0", "string")),
            "What it is: \"all\" files\nof all customers",
            Map.of("classification", "csv", "wau.type.timestamp", "timestamp"),
            TableFormat.CSV,
            null);

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
    void a_database_lists_its_tables_by_name() {
        CatalogTable third = FILES.named(new TableName("audit", "more"));
        TableCatalog catalog = catalog(List.of(ROWS, third, FILES, FILES.named(new TableName("other", "csv"))));

        assertThat(catalog.list("Audit").tables()).containsExactly(FILES, ROWS.unconnected(), third);
        assertThat(catalog.list("nothing").isEmpty()).isTrue();
    }

    @Test
    void a_registered_table_is_found_with_all_that_it_says() {
        TableCatalog catalog = catalog(List.of());

        assertThat(catalog.registering(FULL)).isEqualTo(Registration.CREATED);
        assertThat(catalog.find(FULL.name())).isEmpty();
        assertThat(catalog.register(FULL)).isEqualTo(Registration.CREATED);
        assertThat(catalog.registering(FULL)).isEqualTo(Registration.SAME);

        assertThat(catalog.find(FULL.name())).contains(FULL);
        assertThat(catalog.list("audit").tables()).containsExactly(FULL);
    }

    @Test
    void a_table_that_is_registered_again_is_the_same() {
        TableCatalog catalog = catalog(List.of());
        catalog.register(FULL);

        assertThat(catalog.register(FULL)).isEqualTo(Registration.SAME);
        assertThat(catalog.register(FULL.named(new TableName("AUDIT", "Full")))).isEqualTo(Registration.SAME);
        assertThat(catalog.find(FULL.name())).contains(FULL);
    }

    @Test
    void a_registered_table_stands_in_place_of_the_one_before() {
        TableCatalog catalog = catalog(List.of());
        catalog.register(FULL);
        CatalogTable next = new CatalogTable(
                FULL.name(), "s3://other/csv/", List.of(new CatalogColumn("event", "string")), Map.of(), null);

        assertThat(catalog.register(next)).isEqualTo(Registration.CHANGED);

        CatalogTable found = catalog.find(FULL.name()).orElseThrow();
        assertThat(found.location()).isEqualTo("s3://other/csv/");
        assertThat(found.columns()).isEqualTo(next.columns());
        assertThat(found.partitions()).isEmpty();
        assertThat(found.description()).isEmpty();
        assertThat(found.format()).isNull();
    }

    @Test
    void what_others_noted_of_a_table_stays_and_what_wau_noted_does_not() {
        TableCatalog catalog = catalog(List.of(ROWS));
        catalog.register(registered(Map.of("classification", "postgresql", "wau.type.one", "bigint")));

        assertThat(catalog.register(registered(Map.of("wau.type.two", "double"))))
                .isEqualTo(Registration.CHANGED);

        CatalogTable found = catalog.find(ROWS.name()).orElseThrow();
        assertThat(found.parameters())
                .containsEntry("classification", "postgresql")
                .containsEntry("connectionName", "to-redshift")
                .containsEntry("wau.type.two", "double")
                .doesNotContainKey("wau.type.one");
        assertThat(found.connection()).isEqualTo(ROWS.connection());
    }

    @Test
    void one_of_many_at_once_is_kept_whole() {
        TableCatalog catalog = catalog(List.of());
        List<CatalogTable> all = IntStream.range(0, 8)
                .mapToObj(number -> new CatalogTable(
                        FULL.name(),
                        "s3://central/" + number + "/csv/",
                        List.of(new CatalogColumn("column_" + number, "string")),
                        Map.of("number", String.valueOf(number)),
                        null))
                .toList();

        all.parallelStream().forEach(catalog::register);

        CatalogTable found = catalog.find(FULL.name()).orElseThrow();
        assertThat(all).contains(found);
    }

    private static CatalogTable registered(Map<String, String> parameters) {
        return new CatalogTable(ROWS.name(), ROWS.location(), ROWS.columns(), parameters, null);
    }

    @Test
    void names_are_found_in_any_case() {
        assertThat(catalog(List.of(FILES)).find(new TableName("AUDIT", "Csv")))
                .map(CatalogTable::location)
                .contains(FILES.location());
    }
}
