package dev.wau.cli.command;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogConnection;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.FilesTable;
import dev.wau.catalog.TableName;
import dev.wau.cli.stage.CatalogStage;
import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.Listing;
import dev.wau.cli.terminal.Text;
import dev.wau.config.WauConfig;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wau catalog show}. */
@Command(
        name = "show",
        header = "One table of the catalog, with its columns",
        description = "All that the catalog says of a table.",
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
            if (context.format() == Format.TABLE) {
                story(context, found);
            }
            columns(found).print(context.terminal(), context.format(), found.columns());
            return ExitCode.DONE;
        }
    }

    private static Listing<CatalogColumn> columns(CatalogTable table) {
        return new Listing<CatalogColumn>("catalog_column")
                .text("column", CatalogColumn::name)
                .text("value_type", "type", CatalogColumn::type)
                .text("comment", CatalogColumn::comment)
                .detail(
                        "header",
                        column -> table.parameters().getOrDefault(FilesTable.HEADER + column.name(), column.name()));
    }

    private static void story(CommandContext context, CatalogTable table) {
        context.tell("table        " + table.name());
        context.tell("location     " + Text.line(table.location()));
        if (!table.description().isEmpty()) {
            context.tell("description  " + Text.line(table.description()));
        }
        if (table.format() != null) {
            context.tell("reader       " + Text.line(table.format().reader()));
        }
        CatalogConnection connection = table.connection();
        if (connection != null) {
            context.tell("connection   " + Text.line(connection.name()));
        }
        new TreeMap<>(table.parameters()).forEach((name, value) -> {
            if (!name.startsWith(FilesTable.TYPE) && !name.startsWith(FilesTable.HEADER)) {
                context.tell("parameter    " + Text.line(name + " = " + value));
            }
        });
        context.tell("");
    }
}
