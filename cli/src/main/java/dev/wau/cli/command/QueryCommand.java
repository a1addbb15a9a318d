package dev.wau.cli.command;

import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Table;
import dev.wau.load.QueryResult;
import dev.wau.load.Warehouse;
import dev.wau.progress.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wau query SQL}. */
@Command(
        name = "query",
        description = {
            "Asks the warehouse in its own SQL, read-only. Times are UTC.",
            "Tables: wau_audit_logs, wau_suppressed, wau_files, wau_rejects, wau_restatements, wau_batches, wau_runs."
        },
        footer = {
            "Examples:",
            "  wau query \"SELECT event, count(*) FROM wau_audit_logs GROUP BY event ORDER BY 2 DESC\"",
            "  wau query \"SELECT * FROM wau_audit_logs WHERE customer = 'acme'\" --format csv --limit 0 > acme.csv"
        })
public final class QueryCommand implements Subcommand {

    @Parameters(paramLabel = "SQL", description = "one statement")
    String sql = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "at most so many rows; 0 for all (default: 1000)")
    int limit = 1000;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: table)")
    Format format = Format.TABLE;

    @Mixin
    WaitOption wait = WaitOption.toRead();

    @Override
    public ExitCode run(CommandContext context) {
        int most = limit == 0 ? Integer.MAX_VALUE : limit;
        boolean more;
        try (LocalStages stages = LocalStages.readOnly(context.config(), wait.patience(context), Progress.NONE)) {
            Warehouse warehouse = stages.warehouse();
            more = print(context, warehouse, most);
        }
        if (more) {
            context.note("There are more than " + Numbers.count(most, "row") + ": --limit N shows more, --limit 0 all");
        }
        return ExitCode.DONE;
    }

    /** CSV and JSON as the rows come; a table needs them all for its widths. */
    private boolean print(CommandContext context, Warehouse warehouse, int most) {
        switch (context.format(format)) {
            case CSV -> {
                try (CsvRows rows = new CsvRows(context.terminal())) {
                    return warehouse.query(sql, most, rows);
                }
            }
            case JSON -> {
                try (JsonRows rows = new JsonRows(context.terminal())) {
                    return warehouse.query(sql, most, rows);
                }
            }
            default -> {
                QueryResult result = warehouse.query(sql, most);
                table(result).print(context.terminal());
                return result.more();
            }
        }
    }

    private static Table table(QueryResult result) {
        Table table = new Table();
        for (int i = 0; i < result.columns().size(); i++) {
            String heading = result.columns().get(i);
            if (numeric(result.rows(), i)) {
                table.number(heading);
            } else {
                table.text(heading);
            }
        }
        result.rows().forEach(row -> table.row(row.toArray()));
        return table;
    }

    private static boolean numeric(List<List<@Nullable Object>> rows, int column) {
        boolean any = rows.stream().anyMatch(row -> row.get(column) != null);
        return any && rows.stream().allMatch(row -> row.get(column) == null || row.get(column) instanceof Number);
    }
}
