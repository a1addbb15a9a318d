package dev.wau.cli.command;

import dev.wau.cli.stage.LocalStages;
import dev.wau.load.LoadResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wau load [MARKER]}. */
@Command(
        name = "load",
        description = {
            "Loads new file versions from the central bucket into the warehouse, each once, in one transaction.",
            "With MARKER: the files that this completion marker names. Without: the files of every marker that isn't"
                    + " loaded yet, oldest first; where there are no markers, all files under csv/.",
            "Running it again loads nothing."
        },
        footer = {
            "Examples:",
            "  wau load",
            "  wau load complete/2025-07-01T00-05-00.000Z.json",
            "  wau load --list              whatever stands under csv/, markers or not"
        })
public final class LoadCommand implements Subcommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "MARKER",
            description = "a batch id, complete/<batch id>.json, or any other marker file in the central bucket;"
                    + " one that isn't a manifest means: list csv/")
    @Nullable
    String marker;

    @Option(names = "--list", description = "load whatever stands under csv/, without a marker")
    boolean list;

    @Mixin
    WaitOption wait = WaitOption.toChange();

    @Override
    public ExitCode run(CommandContext context) {
        try (LocalStages stages = LocalStages.of(context.config(), wait.patience(context), context.progress())) {
            long problems = 0;
            List<LoadResult> results = load(stages);
            for (LoadResult result : results) {
                new LoadReport(context).print(result);
                problems += LoadReport.problems(result);
            }
            if (results.isEmpty()) {
                new LoadReport(context).nothingNew();
            }
            return context.doneWith(problems);
        }
    }

    private List<LoadResult> load(LocalStages stages) {
        if (list) {
            return List.of(stages.loadJob().loadListing());
        }
        if (marker != null) {
            return List.of(stages.engine().run(stages.marker(marker)));
        }
        return stages.loadPendingOrListed();
    }
}
