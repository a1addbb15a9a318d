package dev.wau.cli.command;

import dev.wau.cli.stage.LocalStages;
import dev.wau.load.LoadResult;
import java.util.List;

/** By the load job in this process. */
record LocalRoundLoad(CommandContext context, LocalStages stages) implements RoundLoad {

    @Override
    public long load() {
        List<LoadResult> loaded = stages.loadPending();
        long problems = 0;
        for (LoadResult result : loaded) {
            new LoadReport(context).print(result);
            problems += LoadReport.problems(result);
        }
        if (loaded.isEmpty()) {
            new LoadReport(context).nothingNew();
        }
        return problems;
    }
}
