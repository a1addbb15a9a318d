package dev.wau.cli.command;

import dev.wau.cli.stage.LocalStages;
import picocli.CommandLine.Option;

/** Where the load runs. */
final class EngineOption {

    /** What runs the load job. */
    enum Kind {
        LOCAL,
        GLUE
    }

    @Option(
            names = "--engine",
            paramLabel = "local|glue",
            defaultValue = "local",
            description = "where the load runs: in this process, or as runs of the Glue job that wau.yaml names"
                    + " (glue: job: NAME), which are followed to their end (default: ${DEFAULT-VALUE})")
    Kind kind = Kind.LOCAL;

    /** The load of a round. */
    RoundLoad load(CommandContext context, LocalStages stages, WaitOption wait) {
        return switch (kind) {
            case LOCAL -> new LocalRoundLoad(context, stages);
            case GLUE -> GlueRoundLoad.of(context, stages, wait.patience(context));
        };
    }
}
