package dev.wau.cli.command;

import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.SampledTable;
import dev.wau.catalog.TableCatalog;
import dev.wau.catalog.schema.Discretion;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.cli.stage.CatalogStage;
import dev.wau.cli.stage.LocalStages;
import dev.wau.config.WauConfig;
import dev.wau.load.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau crawl}. */
@Command(
        name = "crawl",
        description = {
            "Looks at the files in csv/ with the reader that the load uses: which columns they have, of which type, in how many"
                    + " files and at which places; looks at the warehouse's table; and lists both in the catalog: in the"
                    + " central bucket, or in Glue's where wau.yaml names a database (glue.database).",
            "Values are never shown, but for words that several customers have in columns of few values; else their shapes:"
                    + " a for small letters, A for capital ones, 9 for digits. Of users, identifiers and personal columns"
                    + " not even those, as far as their names tell; --no-examples shows nothing of any column."
        },
        footer = {"Examples:", "  wau crawl --dry-run", "  wau crawl", "  wau crawl --whole --json"})
public final class CrawlCommand implements Subcommand {

    @Mixin
    SampleOptions sample = new SampleOptions();

    @Option(names = "--dry-run", description = "only show, list nothing")
    boolean dryRun;

    @Option(names = "--no-examples", description = "no values and no shapes of any column")
    boolean noExamples;

    @Mixin
    WaitOption wait = WaitOption.toRead();

    @Override
    public ExitCode run(CommandContext context) {
        WauConfig config = context.config();
        try (LocalStages stages = LocalStages.readOnly(config, wait.patience(context), context.progress())) {
            CatalogStage stage = new CatalogStage(config, stages, context.progress());
            FilesSchema files = stage.files(sample.sampling(), noExamples ? Discretion.ofAll() : stage.discretion());
            Optional<TableShape> rows = stage.rows();
            SampledTable filesTable = stage.filesTable(files);
            List<CatalogTable> tables = new ArrayList<>(List.of(filesTable.table()));
            rows.map(stage::rowsTable).ifPresent(tables::add);
            CrawlReport report = new CrawlReport(context, stage, files, filesTable.kept());
            report.files();
            rows.ifPresent(report::rows);
            TableCatalog catalog = stage.catalog();
            for (CatalogTable table : tables) {
                report.registered(
                        table,
                        dryRun ? catalog.registering(table) : catalog.register(table),
                        dryRun ? "would be " : "");
            }
            report.end(rows.isPresent());
            return context.doneWith(
                    files.crawled().unreadFiles() + files.crawled().rejected());
        }
    }
}
