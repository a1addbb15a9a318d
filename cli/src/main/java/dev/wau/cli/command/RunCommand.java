package dev.wau.cli.command;

import dev.wau.cli.stage.LocalStages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wau run}. */
@Command(
        name = "run",
        description = {
            "The whole way, once: aggregate, complete, trigger, load. Loads this batch's marker, and any before it that"
                    + " is not loaded yet.",
            "May be run as often as you like, by a timer too: it does only what is new."
        },
        footer = {
            "Examples:",
            "  wau run",
            "  wau run --strict --quiet || mail -s 'wau needs you' team",
            "  wau run --engine glue       the load as a run of the Glue job, followed to its end"
        })
public final class RunCommand implements Subcommand {

    @Mixin
    EngineOption engine = new EngineOption();

    @Mixin
    WaitOption wait = WaitOption.toChange();

    @Override
    public ExitCode run(CommandContext context) {
        try (LocalStages stages = LocalStages.of(context.config(), wait.patience(context), context.progress())) {
            return context.doneWith(new Round(context, stages, engine.load(context, stages, wait)).run());
        }
    }
}
