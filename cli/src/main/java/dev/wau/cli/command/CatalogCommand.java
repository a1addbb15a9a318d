package dev.wau.cli.command;

import dev.wau.catalog.TableListing;
import dev.wau.catalog.UnreadTable;
import dev.wau.cli.stage.CatalogStage;
import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.Listing;
import dev.wau.cli.terminal.Style;
import dev.wau.cli.terminal.Text;
import dev.wau.config.WauConfig;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code wau catalog}. */
@Command(
        name = "catalog",
        description =
                "The tables that the catalog lists: in the central bucket, or in Glue's database that wau.yaml names. Ends with 3"
                        + " if one of them can't be read.",
        subcommands = {CatalogShowCommand.class, CatalogVerifyCommand.class},
        footer = {"Examples:", "  wau catalog", "  wau catalog show csv", "  wau catalog verify"})
public final class CatalogCommand implements Subcommand {

    @Override
    public ExitCode run(CommandContext context) {
        WauConfig config = context.config();
        try (LocalStages stages =
                LocalStages.readOnly(config, WaitOption.toRead().patience(context), context.progress())) {
            CatalogStage stage = new CatalogStage(config, stages, context.progress());
            TableListing listed = stage.catalog().list(stage.names().database());
            if (listed.isEmpty() && context.format() == Format.TABLE) {
                context.note("No table yet in " + stage.place() + " ('wau crawl' lists them).");
            } else {
                TableReport.tables().print(context.terminal(), context.format(), listed.tables());
            }
            unread(context, listed.unread());
            return listed.unread().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static void unread(CommandContext context, List<UnreadTable> tables) {
        if (context.format() == Format.JSON) {
            new Listing<UnreadTable>("unread_table")
                    .text("table", UnreadTable::name)
                    .text("file", UnreadTable::file)
                    .text("message", UnreadTable::reason)
                    .text("remedy", UnreadTable::remedy)
                    .print(context.terminal(), Format.JSON, tables);
            return;
        }
        for (UnreadTable table : tables) {
            String words = "Cannot read " + table.file() + " of the catalog: " + table.reason() + "; " + table.remedy();
            context.terminal().message(context.terminal().styled(Style.RED, Text.line(words)));
        }
    }
}
