package dev.wau.cli.command;

import dev.wau.cli.stage.LocalStages;
import dev.wau.load.LoadResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wau unload FILE}. */
@Command(
        name = "unload",
        description = {
            "Takes a file's rows out of the warehouse and keeps this version out until 'wau reload'. A new version under"
                    + " the same name is loaded as any.",
            "Rows of other files that it stood for come back; a copy of it takes over."
        },
        footer = {"Example:", "  wau unload acme/acme-Jul-02.csv"})
public final class UnloadCommand implements Subcommand {

    @Parameters(paramLabel = "FILE", description = "its key, or the end of it: acme/acme-Jul-02.csv")
    String file = "";

    @Mixin
    WaitOption wait = WaitOption.toChange();

    @Override
    public ExitCode run(CommandContext context) {
        try (LocalStages stages = LocalStages.of(context.config(), wait.patience(context), context.progress())) {
            LoadResult result = stages.loadJob().unload(file);
            new LoadReport(context).print(result);
        }
        return ExitCode.DONE;
    }
}
