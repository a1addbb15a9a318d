package dev.wau.cli.command;

import dev.wau.aggregate.AggregateResult;
import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.trigger.EngineRun;
import dev.wau.trigger.EngineStart;
import dev.wau.trigger.LoadEngine;
import dev.wau.trigger.Marker;
import dev.wau.trigger.PatientStart;
import dev.wau.trigger.RunFollower;
import dev.wau.trigger.UnservedMarkers;
import dev.wau.warehouse.Patience;
import java.time.Duration;
import java.util.List;

/**
 * By runs of a Glue job, one after another, each followed to its end. A run that somebody else's event has started for a
 * marker is followed, not doubled.
 */
record GlueRoundLoad(CommandContext context, ObjectStore central, LoadEngine engine, Patience patience)
        implements RoundLoad {

    private static final Duration BUSY_PAUSE = Duration.ofSeconds(10);

    /** Asks for the job's newest run, so that a wrong job or a missing right is told before anything is done. */
    static GlueRoundLoad of(CommandContext context, LocalStages stages, Patience patience) {
        LoadEngine engine = stages.glue();
        engine.recent(1);
        return new GlueRoundLoad(context, stages.central(), engine, patience);
    }

    @Override
    public long load(AggregateResult before) {
        List<Marker> markers = UnservedMarkers.of(central, engine);
        markers.forEach(this::load);
        if (markers.isEmpty() && context.format() != Format.JSON) {
            context.tell("load        every marker has its run on Glue: nothing new");
        }
        return 0;
    }

    private void load(Marker marker) {
        EngineReport report = new EngineReport(context);
        try {
            EngineStart start =
                    new PatientStart(engine, patience.longest(), BUSY_PAUSE, patience.waiting()).start(marker);
            report.started(marker, start);
            EngineRun ended = RunFollower.of(engine).follow(start.run(), report::changed);
            report.ended(ended);
            requireSuccess(ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WauException(
                    ErrorCode.ENGINE_FAILED,
                    "Stopped following the load run of " + marker.key() + ": it goes on on Glue (wau status)",
                    e);
        }
    }

    private static void requireSuccess(EngineRun run) {
        if (run.state() != EngineRun.State.SUCCEEDED) {
            String error = run.error() == null ? "Glue tells no reason" : run.error();
            throw new WauException(
                    ErrorCode.ENGINE_FAILED,
                    "Load run " + run.id() + " on Glue " + EngineReport.state(run) + ": " + error
                            + "\n  Nothing of it is visible. 'wau run --engine glue' starts another one.");
        }
    }
}
