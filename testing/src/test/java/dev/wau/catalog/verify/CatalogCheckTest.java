package dev.wau.catalog.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogConnection;
import dev.wau.catalog.CatalogNames;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.FilesTable;
import dev.wau.catalog.RowsTable;
import dev.wau.catalog.TableFormat;
import dev.wau.catalog.TableName;
import dev.wau.catalog.schema.Sampling;
import dev.wau.catalog.schema.TestingFiles;
import dev.wau.catalog.verify.CatalogFinding.Standing;
import dev.wau.load.ColumnPolicy;
import dev.wau.load.TableShape;
import dev.wau.store.Location;
import dev.wau.testing.catalog.MemoryTableCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogCheckTest {

    private static final String TIME = "2025-01-06 10:00:00";
    private static final Location CENTRAL = Location.of("s3://central/wau");
    private static final CatalogNames NAMES = new CatalogNames("audit", "");

    private final TestingFiles files = new TestingFiles();
    private final MemoryTableCatalog catalog = new MemoryTableCatalog();
    private final List<TableShape.Column> columns = new ArrayList<>(List.of(
            new TableShape.Column("customer", "character varying"),
            new TableShape.Column("event_time", "timestamp without time zone"),
            new TableShape.Column("event", "character varying"),
            new TableShape.Column("user_id", "character varying"),
            new TableShape.Column("order_size", "character varying"),
            new TableShape.Column("line", "bigint")));
    private ColumnPolicy policy = ColumnPolicy.EVOLVE;
    private int maxColumns = 200;
    private @Nullable String connection;

    @BeforeEach
    void crawled() {
        files.file("acme/a.csv", "timestamp,event,userId,orderSize", TIME + ",e,ann,7", TIME + ",e,bob,8");
        catalog.register(FilesTable.of(files.schema(), NAMES.files(), CENTRAL));
        catalog.register(RowsTable.of(shape(), NAMES.rows(shape()), null));
    }

    private TableShape shape() {
        return new TableShape("redshift", "dev", "public", "wau_audit_logs", columns);
    }

    private List<CatalogFinding> check() {
        return check(Sampling.WHOLE, shape());
    }

    private List<CatalogFinding> check(Sampling sampling, @Nullable TableShape shape) {
        CatalogRules rules = new CatalogRules(NAMES, CENTRAL, connection, policy, maxColumns);
        return new CatalogCheck(catalog, rules).run(files.schema(sampling), shape);
    }

    /** The one finding. */
    private CatalogFinding only() {
        List<CatalogFinding> findings = check();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static String words(CatalogFinding finding) {
        return finding.kind().code() + " " + finding.standing().code() + " " + finding.table() + " " + finding.column()
                + " " + finding.file() + ":" + finding.line();
    }

    @Test
    void after_a_crawl_all_say_the_same() {
        assertThat(check()).isEmpty();
    }

    @Test
    void nothing_is_registered() {
        MemoryTableCatalog empty = new MemoryTableCatalog();
        CatalogRules rules = new CatalogRules(NAMES, CENTRAL, null, policy, maxColumns);

        assertThat(new CatalogCheck(empty, rules).run(files.schema(), shape()))
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
                .extracting(CatalogCheckTest::words)
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
                Map.of("classification", "csv", "skip.header.line.count", "1"),
                null));

        assertThat(words(only())).isEqualTo("type-broken differs audit.csv event csv/acme/a.csv:2");
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
                .extracting(CatalogCheckTest::words)
                .containsExactlyInAnyOrder(
                        "warehouse-column-not-registered differs audit.dev_public_wau_audit_logs added null:0",
                        "warehouse-column-gone differs audit.dev_public_wau_audit_logs order_size null:0",
                        "warehouse-type-differs differs audit.dev_public_wau_audit_logs line null:0",
                        "column-not-in-warehouse differs null orderSize csv/acme/a.csv:1");
    }

    @Test
    void a_warehouse_without_tables_is_no_difference() {
        assertThat(check(Sampling.WHOLE, null))
                .extracting(CatalogCheckTest::words)
                .containsExactly("warehouse-missing explained null null null:0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3://central/wau/csv       | -
            s3://central/wau/csv/acme/ | location-differs part-of-files
            s3://central/wau/complete/ | location-differs other-data
            s3://central/wau/          | location-differs other-data
            s3://central               | location-differs other-data
            s3://elsewhere/csv/        | location-differs
            """)
    void where_the_table_over_the_files_is_said_to_be(String place, String kinds) {
        register(table -> with(table, place, table.parameters(), table.format(), table.partitions()));

        assertThat(String.join(
                        " ",
                        check().stream()
                                .map(finding -> finding.kind().code())
                                .sorted()
                                .toList()))
                .isEqualTo(kinds.equals("-") ? "" : kinds);
    }

    @Test
    void other_tables_over_the_bucket_are_a_crawlers_mistake() {
        table("markers", "s3://central/wau/complete/");
        table("acme", "s3://central/wau/csv/acme/");
        table("bucket", "s3://central/");
        table("second", "s3://central/wau/csv/");
        table("unrelated", "s3://central/other/");
        table("prefix", "s3://central/waukegan/");

        assertThat(check())
                .extracting(finding -> finding.table() + " " + finding.kind().code() + " "
                        + finding.standing().code())
                .containsExactly(
                        "audit.acme part-of-files differs",
                        "audit.bucket other-data differs",
                        "audit.markers other-data differs",
                        "audit.second location-differs explained");
    }

    @Test
    void a_crawlers_partition_column_may_double_a_column() {
        files.file("acme/a.csv", "timestamp,event,customer", TIME + ",e,acme");
        catalog.register(FilesTable.of(files.schema(), NAMES.files(), CENTRAL));
        register(table -> with(
                table,
                table.location(),
                table.parameters(),
                table.format(),
                List.of(new CatalogColumn("customer", "string"), new CatalogColumn("partition_0", "string"))));

        assertThat(check())
                .extracting(CatalogCheckTest::words)
                .contains(
                        "partition-doubled differs audit.csv customer null:0",
                        "partition-doubled explained audit.csv partition_0 null:0");
    }

    @Test
    void a_table_that_is_read_wrongly() {
        Map<String, String> parameters = new HashMap<>(Map.of("classification", "json"));
        register(table -> with(
                table,
                table.location(),
                parameters,
                new TableFormat("", "", TableFormat.LAZY_READER, Map.of()),
                List.of()));

        assertThat(check())
                .extracting(finding -> finding.kind().code() + ": " + finding.message())
                .containsExactly(
                        "classification-differs: the catalog says 'json', the files are csv",
                        "format-differs: it is read by LazySimpleSerDe, which cuts cells at commas inside of quotes too",
                        "format-differs: skip.header.line.count isn't 1: each file's header would be a record");
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
    void the_connection_is_the_one_of_the_configuration_and_leads_to_the_database() {
        connection = "to-redshift";
        assertThat(only().message())
                .isEqualTo("the catalog names no connection, wau.yaml says 'to-redshift' (glue.connection)");

        rows(new CatalogConnection("to-redshift", "jdbc:redshift://host.example:5439/other", "secret"));
        assertThat(only().message())
                .isEqualTo("its connection 'to-redshift' leads to database 'other', the table is in 'dev'");

        rows(new CatalogConnection("to-redshift", "jdbc:redshift://host.example:5439/dev", "secret"));
        assertThat(check()).isEmpty();
    }

    @Test
    void a_warehouse_of_another_kind_or_place() {
        catalog.add(new CatalogTable(
                NAMES.rows(shape()),
                "dev.private.wau_audit_logs",
                RowsTable.of(shape(), NAMES.rows(shape()), null).columns(),
                Map.of("classification", "mysql"),
                null));

        assertThat(check())
                .extracting(finding -> finding.kind().code())
                .containsExactly("location-differs", "classification-differs");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() {
        files.file("acme/bad.csv", "when,what", "1,2");

        CatalogFinding finding = only();
        assertThat(words(finding)).isEqualTo("file-unread differs null null csv/acme/bad.csv:0");
        assertThat(finding.message()).contains("no time column");
    }

    private void rows(CatalogConnection to) {
        TableName name = NAMES.rows(shape());
        CatalogTable table = RowsTable.of(shape(), name, null);
        catalog.add(new CatalogTable(name, table.location(), table.columns(), table.parameters(), to));
    }

    private void table(String name, String place) {
        catalog.add(new CatalogTable(new TableName("audit", name), place, List.of(), Map.of(), null));
    }

    private void register(java.util.function.UnaryOperator<CatalogTable> change) {
        catalog.add(change.apply(catalog.find(NAMES.files()).orElseThrow()));
    }

    private static CatalogTable withColumn(CatalogTable table, CatalogColumn column) {
        List<CatalogColumn> all = new ArrayList<>(table.columns());
        all.add(column);
        return new CatalogTable(
                table.name(),
                table.location(),
                all,
                table.partitions(),
                table.description(),
                table.parameters(),
                table.format(),
                null);
    }

    private static CatalogTable with(
            CatalogTable table,
            String place,
            Map<String, String> parameters,
            @Nullable TableFormat format,
            List<CatalogColumn> partitions) {
        return new CatalogTable(
                table.name(), place, table.columns(), partitions, table.description(), parameters, format, null);
    }
}
