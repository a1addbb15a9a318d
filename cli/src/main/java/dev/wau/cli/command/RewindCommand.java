package dev.wau.cli.command;

import dev.wau.cli.stage.LocalStages;
import dev.wau.load.LoadResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau rewind}. */
@Command(
        name = "rewind",
        description = {
            "Takes back what batches brought after this one: their files' rows leave, and their markers are pending again,"
                    + " so that the next 'wau load' brings them again. What Glue calls rewinding and resetting a job's"
                    + " bookmark.",
            "Files that a later batch replaced are gone from the central bucket: their rows come back only with that"
                    + " batch's."
        },
        footer = {
            "Examples:",
            "  wau rewind --to 2025-07-01T00-05-00.000Z",
            "  wau rewind --all             takes out what was loaded without a marker too"
        })
public final class RewindCommand implements Subcommand {

    @ArgGroup(multiplicity = "1")
    To to = new To();

    /** One of the two. */
    static final class To {

        @Option(
                names = "--to",
                paramLabel = "BATCH",
                description = "the newest batch that stays, as 'wau history --batches' shows it, or its marker")
        @Nullable
        String batch;

        @Option(names = "--all", description = "nothing stays: reset the bookmark")
        boolean all;
    }

    @Mixin
    WaitOption wait = WaitOption.toChange();

    @Override
    public ExitCode run(CommandContext context) {
        try (LocalStages stages = LocalStages.of(context.config(), wait.patience(context), context.progress())) {
            LoadResult result = stages.loadJob().rewind(to.batch == null ? null : stages.batch(to.batch));
            new LoadReport(context).print(result);
        }
        return ExitCode.DONE;
    }
}
