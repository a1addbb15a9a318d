package dev.wau.cli.command;

import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.TableName;
import dev.wau.cli.stage.CatalogStage;
import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.config.WauConfig;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wau catalog show}. */
@Command(
        name = "show",
        header = "One table of the catalog, with its columns",
        description =
                "All that the catalog says of a table: where its data is, how it is read, its parameters, and of each column"
                        + " its header, its type, and what its values are where that is known.",
        footer = {"Examples:", "  wau catalog show csv", "  wau catalog show wau.csv --json"})
public final class CatalogShowCommand implements Subcommand {

    @Parameters(paramLabel = "TABLE", description = "its name, with or without its database")
    String table = "";

    @Override
    public ExitCode run(CommandContext context) {
        WauConfig config = context.config();
        try (LocalStages stages =
                LocalStages.readOnly(config, WaitOption.toRead().patience(context), context.progress())) {
            CatalogStage stage = new CatalogStage(config, stages, context.progress());
            TableName name = stage.names().asked(table);
            CatalogTable found = stage.catalog()
                    .find(name)
                    .orElseThrow(() -> new WauException(
                            ErrorCode.NOT_FOUND,
                            "Cannot find table " + name + " in " + stage.place()
                                    + " ('wau catalog' lists all, 'wau crawl' makes them)"));
            TableReport report = new TableReport(context, found);
            if (context.format() == Format.TABLE) {
                report.story();
            } else {
                TableReport.tables().print(context.terminal(), context.format(), List.of(found));
            }
            report.columns().print(context.terminal(), context.format(), found.columns());
            return ExitCode.DONE;
        }
    }
}
