package dev.wau.cli.command;

import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Text;
import dev.wau.config.WauConfig;
import dev.wau.load.LoadHistory.HistoryRun;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.trigger.EngineRun;
import dev.wau.trigger.LoadEngine;
import dev.wau.trigger.Marker;
import dev.wau.trigger.UnservedMarkers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau status}. */
@Command(
        name = "status",
        description = {
            "How things stand: the newest completion marker, the markers that wait for their load, and the newest runs of"
                    + " the load: those in the warehouse, and those of the Glue job where wau.yaml names one."
        },
        footer = {"Examples:", "  wau status", "  wau status --json | jq 'select(.type==\"engine_run\")'"})
public final class StatusCommand implements Subcommand {

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "5",
            converter = Converters.Count.class,
            description = "so many runs (default: ${DEFAULT-VALUE})")
    int limit;

    @Mixin
    WaitOption wait = WaitOption.toRead();

    @Override
    public ExitCode run(CommandContext context) {
        WauConfig config = context.config();
        try (LocalStages stages = LocalStages.readOnly(config, wait.patience(context), context.progress())) {
            List<ObjectKey> markers = stages.markerKeys();
            List<ObjectKey> waiting = stages.waitingMarkers();
            warehouse(context, stages, markers, waiting);
            if (config.glueJob() != null) {
                glue(context, stages, config.glueJob(), waiting);
            }
            return context.doneWith(waiting.size());
        }
    }

    private void warehouse(
            CommandContext context, LocalStages stages, List<ObjectKey> markers, List<ObjectKey> waiting) {
        List<HistoryRun> runs = runs(stages);
        if (context.format() == Format.JSON) {
            try (JsonOutput json = JsonOutput.to(context.terminal())) {
                json.object("status")
                        .field("markers", markers.size())
                        .field("newest_marker", newest(markers))
                        .field("markers_waiting", waiting.size())
                        .end();
                waiting.forEach(
                        key -> json.object("waiting_marker").field("key", key).end());
            }
            HistoryListings.runs().print(context.terminal(), Format.JSON, runs);
            return;
        }
        context.terminal()
                .line("complete    "
                        + (markers.isEmpty()
                                ? "no marker yet ('wau run' writes the first)"
                                : Numbers.count(markers.size(), "marker") + ", the newest: " + newest(markers)));
        context.terminal().line("load        " + waiting(waiting));
        if (!runs.isEmpty()) {
            context.terminal().line("");
            HistoryListings.runs().print(context.terminal(), Format.TABLE, runs);
        }
    }

    private List<HistoryRun> runs(LocalStages stages) {
        try {
            List<HistoryRun> runs = stages.warehouse().history().runs();
            return runs.subList(Math.max(0, runs.size() - limit), runs.size());
        } catch (WauException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    // What the warehouse has already, loaded by another way, waits for no run.
    private void glue(CommandContext context, LocalStages stages, String job, List<ObjectKey> waiting) {
        LoadEngine engine = stages.glue();
        List<EngineRun> runs = engine.recent(limit);
        List<ObjectKey> unserved = UnservedMarkers.of(stages.central(), engine).stream()
                .map(Marker::key)
                .filter(waiting::contains)
                .toList();
        if (context.format() == Format.JSON) {
            try (JsonOutput json = JsonOutput.to(context.terminal())) {
                json.object("engine")
                        .field("engine", "glue")
                        .field("job", job)
                        .field("markers_without_run", unserved.size())
                        .end();
            }
            EngineReport.listing().print(context.terminal(), Format.JSON, runs);
            return;
        }
        context.terminal().line("");
        context.terminal()
                .line("glue        job " + job + "   "
                        + (unserved.isEmpty()
                                ? "no marker waits for a run"
                                : Numbers.count(unserved.size(), "marker") + " without a run: " + unserved.get(0)
                                        + (unserved.size() > 1 ? ", ..." : "")));
        if (!runs.isEmpty()) {
            EngineReport.listing().print(context.terminal(), Format.TABLE, runs);
        }
        runs.stream()
                .filter(run -> run.error() != null)
                .forEach(run -> context.terminal().line(Text.line("  " + run.id() + ": " + run.error())));
    }

    private static String waiting(List<ObjectKey> waiting) {
        return waiting.isEmpty()
                ? "no marker waits"
                : Numbers.count(waiting.size(), "marker") + " waiting: " + waiting.get(0)
                        + (waiting.size() > 1 ? ", ..." : "");
    }

    private static @Nullable String newest(List<ObjectKey> markers) {
        return markers.isEmpty() ? null : markers.get(markers.size() - 1).path();
    }
}
