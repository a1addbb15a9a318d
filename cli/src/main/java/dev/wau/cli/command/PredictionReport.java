package dev.wau.cli.command;

import dev.wau.catalog.prediction.CrawlerPrediction;
import dev.wau.catalog.prediction.PredictedMistake;
import dev.wau.catalog.prediction.PredictedTable;
import dev.wau.catalog.schema.CrawledFiles;
import dev.wau.catalog.schema.Sampling;
import dev.wau.cli.stage.CatalogStage;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Listing;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Style;
import dev.wau.cli.terminal.Table;
import dev.wau.cli.terminal.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Glue's crawler would make of the files, as a story or as JSON lines. For one thread, once. */
final class PredictionReport {

    private static final int MOST_COLUMNS = 40;

    private final CommandContext context;
    private final long most;
    private final Map<PredictedMistake.Kind, Long> shown = new EnumMap<>(PredictedMistake.Kind.class);

    /** @param most mistakes of each kind that are shown */
    PredictionReport(CommandContext context, int most) {
        this.context = context;
        this.most = most;
    }

    ExitCode run(CatalogStage stage, Sampling sampling) {
        context.tell("Predicted from AWS's documentation of its built-in CSV classifier; not run on Glue.");
        CrawlerPrediction prediction = new CrawlerPrediction(this::mistake);
        CrawledFiles crawled = stage.read(sampling, prediction);
        PredictedTable table = prediction.table(crawled);
        if (context.format() == Format.JSON) {
            json(crawled, table);
        } else {
            story(crawled, table);
        }
        return table.mistakes().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void mistake(PredictedMistake mistake) {
        if (context.format() == Format.JSON) {
            listing().print(context.terminal(), Format.JSON, List.of(mistake));
            return;
        }
        long before = shown.merge(mistake.kind(), 1L, Long::sum);
        if (before <= most) {
            print(mistake);
        }
    }

    private void print(PredictedMistake mistake) {
        String place = mistake.file() == null
                ? ""
                : "   " + Text.line(mistake.file() + (mistake.line() == 0 ? "" : ":" + mistake.line()));
        String cells = mistake.column() == null
                ? ""
                : "   " + Text.line(mistake.column() + (mistake.lands() == null ? "" : " -> " + mistake.lands()));
        context.terminal()
                .line(context.terminal().styled(Style.AMBER, mistake.kind().code()) + place + cells);
        context.terminal().line("  " + Numbers.count(mistake.count()) + ": " + Text.line(mistake.message()));
    }

    private static Listing<PredictedMistake> listing() {
        return new Listing<PredictedMistake>("predicted_mistake")
                .text("kind", mistake -> mistake.kind().code())
                .text("file", PredictedMistake::file)
                .number("line", mistake -> mistake.line() == 0 ? null : mistake.line())
                .text("column", PredictedMistake::column)
                .text("lands", PredictedMistake::lands)
                .number("count", PredictedMistake::count)
                .text("message", PredictedMistake::message);
    }

    private void story(CrawledFiles crawled, PredictedTable table) {
        if (shown.values().stream().anyMatch(count -> count > most)) {
            context.terminal().line("... and more of each kind (--all)");
        }
        context.terminal().line("");
        String columns = table.columns().stream()
                .limit(MOST_COLUMNS)
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
        context.tell("Its table would have " + Numbers.count(table.columns().size(), "column") + ": "
                + Text.line(columns) + (table.columns().size() > MOST_COLUMNS ? ", ..." : ""));
        CrawlReport.unread(context, crawled);
        context.terminal().line("");
        Table sums = new Table().text("what would be wrong").number("places").number("count");
        for (PredictedMistake.Kind kind : PredictedMistake.Kind.values()) {
            if (table.mistakes().containsKey(kind)) {
                sums.row(kind.code(), table.mistakes().get(kind), table.counts().get(kind));
            }
        }
        if (!sums.isEmpty()) {
            sums.print(context.terminal());
        }
        context.tell("csv/         " + CrawlReport.looked(crawled));
        if (table.mistakes().isEmpty()) {
            context.terminal().line("Its table would be right.");
        }
    }

    private void json(CrawledFiles crawled, PredictedTable table) {
        try (JsonOutput json = JsonOutput.to(context.terminal())) {
            for (PredictedTable.Column column : table.columns()) {
                json.object("predicted_column")
                        .field("column", column.name())
                        .field("value_type", column.type())
                        .end();
            }
            for (PredictedMistake.Kind kind : PredictedMistake.Kind.values()) {
                json.object("prediction")
                        .field("kind", kind.code())
                        .field("places", table.mistakes().getOrDefault(kind, 0L))
                        .field("count", table.counts().getOrDefault(kind, 0L))
                        .field("files_read", crawled.read())
                        .end();
            }
        }
    }
}
