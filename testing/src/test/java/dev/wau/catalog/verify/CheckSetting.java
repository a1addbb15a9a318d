package dev.wau.catalog.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogConnection;
import dev.wau.catalog.CatalogNames;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.FilesTable;
import dev.wau.catalog.RowsTable;
import dev.wau.catalog.TableCatalog;
import dev.wau.catalog.TableFormat;
import dev.wau.catalog.TableName;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.schema.Sampling;
import dev.wau.catalog.schema.TestingFiles;
import dev.wau.load.ColumnPolicy;
import dev.wau.load.TableShape;
import dev.wau.store.Location;
import dev.wau.testing.catalog.MemoryTableCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Files, a catalog after a crawl, a warehouse, and what is found when one of them changes. */
abstract class CheckSetting {

    static final String TIME = "2025-01-06 10:00:00";
    static final Location CENTRAL = Location.of("s3://central/wau");
    static final CatalogNames NAMES = new CatalogNames("audit", "");

    final TestingFiles files = new TestingFiles();
    final MemoryTableCatalog catalog = new MemoryTableCatalog();
    final List<TableShape.Column> columns = new ArrayList<>(List.of(
            new TableShape.Column("customer", "character varying"),
            new TableShape.Column("event_time", "timestamp without time zone"),
            new TableShape.Column("event", "character varying"),
            new TableShape.Column("user_id", "character varying"),
            new TableShape.Column("order_size", "character varying"),
            new TableShape.Column("line", "bigint")));
    ColumnPolicy policy = ColumnPolicy.EVOLVE;
    int maxColumns = 200;
    LoadedFiles loaded = LoadedFiles.NONE;

    @Nullable
    String connection;

    @BeforeEach
    void crawled() {
        files.file("acme/a.csv", "timestamp,event,userId,orderSize", TIME + ",e,ann,7", TIME + ",e,bob,8");
        catalog.register(FilesTable.of(files.schema(), NAMES.files(), CENTRAL));
        catalog.register(RowsTable.of(shape(), NAMES.rows(shape()), null));
    }

    TableShape shape() {
        return new TableShape("redshift", "dev", "public", "wau_audit_logs", columns);
    }

    List<CatalogFinding> check() {
        return check(Sampling.WHOLE, shape());
    }

    List<CatalogFinding> check(Sampling sampling, @Nullable TableShape shape) {
        return check(catalog, files.schema(sampling), shape);
    }

    List<CatalogFinding> check(TableCatalog listed, FilesSchema seen, @Nullable TableShape shape) {
        CatalogRules rules = new CatalogRules(NAMES, CENTRAL, connection, policy, maxColumns);
        return new CatalogCheck(listed, rules).run(seen, shape, loaded);
    }

    /** The one finding. */
    CatalogFinding only() {
        List<CatalogFinding> findings = check();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    static String words(CatalogFinding finding) {
        return finding.kind().code() + " " + finding.standing().code() + " " + finding.table() + " " + finding.column()
                + " " + finding.file() + ":" + finding.line();
    }

    void rows(CatalogConnection to) {
        TableName name = NAMES.rows(shape());
        CatalogTable table = RowsTable.of(shape(), name, null);
        catalog.add(new CatalogTable(name, table.location(), table.columns(), table.parameters(), to));
    }

    void table(String name, String place) {
        catalog.add(new CatalogTable(new TableName("audit", name), place, List.of(), Map.of(), null));
    }

    void register(java.util.function.UnaryOperator<CatalogTable> change) {
        catalog.add(change.apply(catalog.find(NAMES.files()).orElseThrow()));
    }

    static CatalogTable withColumn(CatalogTable table, CatalogColumn column) {
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

    static CatalogTable with(
            CatalogTable table,
            String place,
            Map<String, String> parameters,
            @Nullable TableFormat format,
            List<CatalogColumn> partitions) {
        return new CatalogTable(
                table.name(), place, table.columns(), partitions, table.description(), parameters, format, null);
    }
}
