package dev.wau.cli.command;

import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.Listing;
import dev.wau.trigger.EngineRun;
import dev.wau.trigger.EngineStart;
import dev.wau.trigger.Marker;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells of an engine's runs. */
record EngineReport(CommandContext context) {

    /** Runs under the names that JSON and CSV have for them. */
    static Listing<EngineRun> listing() {
        return new Listing<EngineRun>("engine_run")
                .text("started_at", "started (UTC)", EngineRun::started)
                .text("state", EngineReport::state)
                .text("marker", EngineRun::marker)
                .number("seconds", EngineReport::seconds)
                .number("dpu_seconds", EngineRun::dpuSeconds)
                .text("run", EngineRun::id)
                .detail("ended_at", EngineRun::ended)
                .detail("error", EngineRun::error);
    }

    /** A state in the words of the history: {@code timed-out}. */
    static String state(EngineRun run) {
        return run.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void started(Marker marker, EngineStart start) {
        if (context.format() != Format.JSON) {
            String found = start.kind() == EngineStart.Kind.FOUND ? "   (there already)" : "";
            context.tell(
                    "load        " + marker.key() + "   Glue run " + start.run().id() + found);
        }
    }

    void changed(EngineRun run) {
        if (context.format() != Format.JSON && !run.isOver()) {
            context.tell("            " + state(run));
        }
    }

    void ended(EngineRun run) {
        if (context.format() == Format.JSON) {
            listing().print(context.terminal(), Format.JSON, List.of(run));
            return;
        }
        Double seconds = seconds(run);
        Double dpu = run.dpuSeconds();
        context.tell("            " + state(run)
                + (seconds == null ? "" : String.format(Locale.ROOT, " after %,.1f s", seconds))
                + (dpu == null ? "" : String.format(Locale.ROOT, "   %,.0f DPU seconds", dpu)));
    }

    private static @Nullable Double seconds(EngineRun run) {
        return run.ended() == null
                ? null
                : Duration.between(run.started(), run.ended()).toMillis() / 1000.0;
    }
}
