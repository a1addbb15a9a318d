package dev.wau.catalog.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.FilesTable;
import dev.wau.catalog.RowsTable;
import dev.wau.catalog.TableFormat;
import dev.wau.catalog.schema.Sampling;
import dev.wau.catalog.schema.TestingFiles;
import dev.wau.catalog.verify.CatalogFinding.Standing;
import dev.wau.load.ColumnPolicy;
import dev.wau.load.TableShape;
import dev.wau.testing.catalog.MemoryTableCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns and types. */
class CatalogCheckTest extends CheckSetting {

    @Test
    void after_a_crawl_all_say_the_same() {
        assertThat(check()).isEmpty();
    }

    @Test
    void nothing_is_registered() {
        MemoryTableCatalog empty = new MemoryTableCatalog();
        CatalogRules rules = new CatalogRules(NAMES, CENTRAL, null, policy, maxColumns);

        assertThat(new CatalogCheck(empty, rules).run(files.schema(), shape(), loaded))
                .extracting(finding -> words(finding) + " " + finding.remedy())
                .containsExactly(
                        "table-missing differs audit.csv null null:0 wau crawl",
                        "table-missing differs audit.dev_public_wau_audit_logs null null:0 wau crawl");
    }

    @Test
    void a_column_of_the_files_that_the_catalog_has_not() {
        files.file("bolt/new.csv", "timestamp,event,userId,orderSize,Plan", TIME + ",e,u,1,free");
        columns.add(new TableShape.Column("plan", "character varying"));
        catalog.register(RowsTable.of(shape(), NAMES.rows(shape()), null));

        List<CatalogFinding> findings = check();

        assertThat(findings)
                .extracting(CheckSetting::words)
                .contains("column-not-registered differs audit.csv Plan csv/bolt/new.csv:1");
        assertThat(findings)
                .filteredOn(one -> one.standing() == Standing.DIFFERS && one.column() != null)
                .hasSize(1);
    }

    @Test
    void a_column_of_the_catalog_that_the_files_have_not_is_only_sure_where_all_were_looked_at() {
        register(table -> withColumn(table, new CatalogColumn("gone", "string")));

        assertThat(words(only())).isEqualTo("column-not-in-files differs audit.csv gone null:0");
        for (int i = 0; i < 5; i++) {
            files.file("acme/more" + i + ".csv", "timestamp,event,userId,orderSize", TIME + ",e,ann,7");
        }
        assertThat(check(Sampling.files(2), shape()))
                .extracting(finding -> words(finding) + " " + finding.remedy())
                .containsExactly("column-not-in-files explained audit.csv gone null:0 --whole looks at all files");
    }

    @Test
    void a_type_that_no_longer_holds_names_file_line_and_shape() {
        files.file("bolt/b.csv", "timestamp,event,userId,orderSize", TIME + ",e,u,1", TIME + ",e,u,12 kg");

        CatalogFinding finding = only();

        assertThat(words(finding)).isEqualTo("type-broken differs audit.csv orderSize csv/bolt/b.csv:3");
        assertThat(finding.message()).isEqualTo("the catalog says bigint, the value here isn't one (its shape: 9 a)");
    }

    @Test
    void a_crawlers_type_is_held_to_too() {
        catalog.add(new CatalogTable(
                NAMES.files(),
                "s3://central/wau/csv/",
                List.of(
                        new CatalogColumn("timestamp", "string"),
                        new CatalogColumn("event", "bigint"),
                        new CatalogColumn("userid", "string"),
                        new CatalogColumn("ordersize", "double")),
                List.of(),
                "",
                Map.of("classification", "csv", "skip.header.line.count", "1"),
                TableFormat.CSV,
                null));

        assertThat(words(only())).isEqualTo("type-broken differs audit.csv event csv/acme/a.csv:2");
    }

    @Test
    void a_column_that_the_catalog_has_twice() {
        register(table -> withColumn(table, new CatalogColumn("Event", "string")));

        assertThat(words(only())).isEqualTo("column-doubled differs audit.csv Event null:0");
    }

    @Test
    void a_type_that_is_no_word_of_waus() {
        register(table -> {
            Map<String, String> parameters = new HashMap<>(table.parameters());
            parameters.put("wau.type.ordersize", "bigly");
            return with(table, table.location(), parameters, table.format(), table.partitions());
        });

        assertThat(words(only())).isEqualTo("type-unknown differs audit.csv orderSize null:0");
        assertThat(only().message()).contains("'bigly'");
    }

    @ParameterizedTest
    @CsvSource({
        "EVOLVE, 200, differs, the next load adds it",
        "EVOLVE, 1, explained, so it goes to details",
        "RESCUE, 200, explained, it goes to details (policies.columns: rescue)",
        "STRICT, 200, differs, files that have it are refused (policies.columns: strict)"
    })
    void a_column_that_the_warehouse_has_not_is_explained_by_the_policy(
            ColumnPolicy columnPolicy, int most, String standing, String why) {
        policy = columnPolicy;
        maxColumns = most;
        files.file("acme/a.csv", "timestamp,event,userId,orderSize,shoeSize", TIME + ",e,u,1,40");
        catalog.register(FilesTable.of(files.schema(), NAMES.files(), CENTRAL));

        CatalogFinding finding = only();

        assertThat(words(finding)).isEqualTo("column-not-in-warehouse " + standing + " null shoeSize csv/acme/a.csv:1");
        assertThat(finding.message()).contains("no column shoe_size: ").contains(why);
    }

    @Test
    void the_warehouses_columns_are_those_of_the_catalog() {
        columns.add(new TableShape.Column("added", "character varying"));
        columns.removeIf(column -> column.name().equals("order_size"));
        columns.set(columns.indexOf(new TableShape.Column("line", "bigint")), new TableShape.Column("line", "integer"));

        assertThat(check())
                .extracting(CheckSetting::words)
                .containsExactlyInAnyOrder(
                        "warehouse-column-not-registered differs audit.dev_public_wau_audit_logs added null:0",
                        "warehouse-column-gone differs audit.dev_public_wau_audit_logs order_size null:0",
                        "warehouse-type-differs differs audit.dev_public_wau_audit_logs line null:0",
                        "column-not-in-warehouse differs null orderSize csv/acme/a.csv:1");
    }

    @Test
    void a_column_that_someone_altered_in_the_warehouse_is_not_mended_by_a_crawl() {
        columns.set(3, new TableShape.Column("user_id", "numeric"));
        CatalogFinding before = only();
        catalog.register(RowsTable.of(shape(), NAMES.rows(shape()), null));

        assertThat(only()).isEqualTo(before);
        assertThat(words(before))
                .isEqualTo("warehouse-type-differs differs audit.dev_public_wau_audit_logs user_id null:0");
        assertThat(before.remedy()).contains("ALTER TABLE wau_audit_logs");
    }

    @Test
    void a_warehouse_that_never_had_tables_is_no_difference() {
        MemoryTableCatalog before = new MemoryTableCatalog();
        before.register(FilesTable.of(files.schema(), NAMES.files(), CENTRAL));

        assertThat(check(before, files.schema(), null))
                .extracting(CheckSetting::words)
                .containsExactly("warehouse-missing explained null null null:0");
    }

    @Test
    void a_warehouse_that_lost_the_tables_which_are_listed() {
        assertThat(check(Sampling.WHOLE, null))
                .extracting(CheckSetting::words)
                .containsExactly("warehouse-missing differs audit.dev_public_wau_audit_logs null null:0");
    }

    @Test
    void files_that_are_listed_and_gone() {
        assertThat(check(catalog, new TestingFiles().schema(), shape()))
                .extracting(CheckSetting::words)
                .containsExactly("files-missing differs audit.csv null null:0");
    }

    @Test
    void where_nothing_ever_was_nothing_differs() {
        assertThat(check(new MemoryTableCatalog(), new TestingFiles().schema(), null))
                .extracting(CheckSetting::words)
                .containsExactly(
                        "files-missing explained null null null:0", "warehouse-missing explained null null null:0");
    }

    @Test
    void headers_that_differ_are_told_and_are_only_wrong_where_the_catalog_says_otherwise() {
        files.file("acme/b.csv", "event,timestamp,userId,orderSize", "e," + TIME + ",ann,7");

        CatalogFinding finding = only();
        assertThat(words(finding)).isEqualTo("headers-differ differs audit.csv null null:0");
        assertThat(finding.message()).startsWith("in 1 of 2 files looked at, cells stand in another order");

        catalog.register(FilesTable.of(files.schema(), NAMES.files(), CENTRAL));
        assertThat(words(only())).isEqualTo("headers-differ explained audit.csv null null:0");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() {
        files.file("acme/bad.csv", "when,what", "1,2");

        CatalogFinding finding = only();
        assertThat(words(finding)).isEqualTo("file-unread differs null null csv/acme/bad.csv:0");
        assertThat(finding.message()).startsWith("it could not be read: no column holds the event's time");
        assertThat(finding.remedy()).startsWith("export it anew at the source, then wau run");
    }
}
