package dev.wau.cli.command;

import dev.wau.catalog.CatalogTable;
import dev.wau.cli.stage.CatalogStage;
import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.Listing;
import dev.wau.config.WauConfig;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code wau catalog}. */
@Command(
        name = "catalog",
        description =
                "The tables that the catalog lists: in the central bucket, or in Glue's database that wau.yaml names.",
        subcommands = {CatalogShowCommand.class, CatalogVerifyCommand.class},
        footer = {"Examples:", "  wau catalog", "  wau catalog show csv", "  wau catalog verify"})
public final class CatalogCommand implements Subcommand {

    @Override
    public ExitCode run(CommandContext context) {
        WauConfig config = context.config();
        try (LocalStages stages =
                LocalStages.readOnly(config, WaitOption.toRead().patience(context), context.progress())) {
            CatalogStage stage = new CatalogStage(config, stages, context.progress());
            List<CatalogTable> tables = stage.catalog().list(stage.names().database());
            if (tables.isEmpty() && context.format() == Format.TABLE) {
                context.note("No table yet in " + stage.place() + " ('wau crawl' lists them).");
            } else {
                tables().print(context.terminal(), context.format(), tables);
            }
            return ExitCode.DONE;
        }
    }

    private static Listing<CatalogTable> tables() {
        return new Listing<CatalogTable>("catalog_table")
                .text("table", CatalogTable::name)
                .text("classification", table -> table.parameters().getOrDefault(CatalogTable.CLASSIFICATION, ""))
                .number("columns", table -> table.columns().size())
                .text("location", CatalogTable::location)
                .detail("description", CatalogTable::description)
                .detail(
                        "reader",
                        table -> table.format() == null ? null : table.format().reader());
    }
}
