package dev.wau.cli.command;

import dev.wau.cli.stage.LocalStages;
import dev.wau.load.LoadResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wau reload FILE}. */
@Command(
        name = "reload",
        description = {
            "Loads one file again as it stands in the central bucket now:",
            "after 'wau unload', after it was refused and the cause is mended, or after 'wau verify' found damage."
        },
        footer = {"Example:", "  wau reload acme/acme-Jul-02.csv"})
public final class ReloadCommand implements Subcommand {

    @Parameters(paramLabel = "FILE", description = "its key, or the end of it: acme/acme-Jul-02.csv")
    String file = "";

    @Mixin
    WaitOption wait = WaitOption.toChange();

    @Override
    public ExitCode run(CommandContext context) {
        try (LocalStages stages = LocalStages.of(context.config(), wait.patience(context), context.progress())) {
            LoadResult result = stages.loadJob().reload(file);
            new LoadReport(context).print(result);
            return context.doneWith(LoadReport.problems(result));
        }
    }
}
