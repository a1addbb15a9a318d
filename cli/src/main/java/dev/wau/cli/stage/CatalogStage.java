package dev.wau.cli.stage;

import dev.wau.catalog.CatalogNames;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.FilesTable;
import dev.wau.catalog.RowsTable;
import dev.wau.catalog.SampledTable;
import dev.wau.catalog.StoredCatalog;
import dev.wau.catalog.TableCatalog;
import dev.wau.catalog.TableName;
import dev.wau.catalog.schema.Crawl;
import dev.wau.catalog.schema.CrawledFiles;
import dev.wau.catalog.schema.Discretion;
import dev.wau.catalog.schema.FileSink;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.schema.Sampling;
import dev.wau.catalog.schema.SchemaSink;
import dev.wau.catalog.schema.UnreadFile;
import dev.wau.catalog.verify.CatalogRules;
import dev.wau.catalog.verify.LoadedFiles;
import dev.wau.config.WauConfig;
import dev.wau.csv.ColumnNames;
import dev.wau.load.TableShape;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalog of what {@code wau.yaml} names: its tables, what they should say, and a look at what they are about. For one thread. */
public final class CatalogStage {

    private final WauConfig config;
    private final LocalStages stages;
    private final Progress progress;

    public CatalogStage(WauConfig config, LocalStages stages, Progress progress) {
        this.config = config;
        this.stages = stages;
        this.progress = progress;
    }

    /** Where tables are listed. */
    public TableCatalog catalog() {
        return stages.catalog();
    }

    /** Where that is, for people. */
    public String place() {
        String database = config.glue().database();
        return database == null
                ? FilesTable.location(config.central().location()).replaceAll("csv/$", "catalog/")
                : "Glue, database " + database;
    }

    /** What tables are called there. */
    public CatalogNames names() {
        return new CatalogNames(
                Objects.requireNonNullElse(config.glue().database(), StoredCatalog.DATABASE),
                config.glue().tablePrefix());
    }

    /** What they must say. */
    public CatalogRules rules() {
        return new CatalogRules(
                names(),
                config.central().location(),
                config.glue().connection(),
                config.policies().columns(),
                config.policies().maxColumns());
    }

    /** What may be shown of the files' columns. */
    public Discretion discretion() {
        return new Discretion(personal());
    }

    /**
     * Looks at the files.
     *
     * @throws WauException NOT_FOUND: there are none
     */
    public FilesSchema files(Sampling sampling, Discretion discretion) {
        SchemaSink sink = new SchemaSink(discretion);
        return sink.schema(read(sampling, sink));
    }

    /**
     * Looks at the files, or at there being none.
     *
     * @throws WauException why the first could not be read, if none could be
     */
    public FilesSchema filesIfAny(Sampling sampling) {
        SchemaSink sink = new SchemaSink(discretion());
        return sink.schema(readIfAny(sampling, sink));
    }

    /**
     * Reads the files.
     *
     * @throws WauException NOT_FOUND: there are none; or why the first could not be read, if none could be
     */
    public CrawledFiles read(Sampling sampling, FileSink sink) {
        CrawledFiles crawled = readIfAny(sampling, sink);
        if (crawled.isEmpty()) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot crawl " + FilesTable.location(config.central().location())
                            + ": nothing stands there yet ('wau run' brings the customers' files)");
        }
        return crawled;
    }

    private CrawledFiles readIfAny(Sampling sampling, FileSink sink) {
        CrawledFiles crawled = new Crawl(stages.central(), config.limits(), progress).read(sampling, sink);
        if (crawled.read() == 0 && !crawled.isEmpty()) {
            UnreadFile first = crawled.unread().get(0);
            throw new WauException(
                    first.code(),
                    "Cannot crawl " + FilesTable.location(config.central().location()) + ": none of "
                            + crawled.unreadFiles() + " files could be read; the first, " + first.file() + ": "
                            + first.reason());
        }
        return crawled;
    }

    /** The warehouse's table; empty if no load has made it yet. */
    public Optional<TableShape> rows() {
        try {
            return Optional.of(stages.warehouse().shape());
        } catch (WauException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What the warehouse's history holds. */
    public LoadedFiles loaded() {
        return LoadedFiles.of(stages.warehouse().history(), stages.central());
    }

    /** The table over {@code csv/}, as it should be listed: a look at a part doesn't take back what a wider one listed. */
    public SampledTable filesTable(FilesSchema files) {
        TableName name = names().files();
        CatalogTable fresh = FilesTable.of(files, name, config.central().location());
        if (!files.crawled().isSampled()) {
            return new SampledTable(fresh, List.of());
        }
        return catalog().list(name.database()).tables().stream()
                .filter(table -> table.name().lower().equals(name.lower()))
                .findFirst()
                .map(listed -> SampledTable.of(fresh, listed, files))
                .orElseGet(() -> new SampledTable(fresh, List.of()));
    }

    /** The warehouse's table, as it should be listed. */
    public CatalogTable rowsTable(TableShape shape) {
        return RowsTable.of(shape, names().rows(shape), config.glue().connection());
    }

    private Set<String> personal() {
        return config.customers().stream()
                .flatMap(customer ->
                        Stream.concat(customer.personalData().drop().stream(), customer.personalData().hash().stream()))
                .map(ColumnNames::of)
                .collect(Collectors.toSet());
    }
}
