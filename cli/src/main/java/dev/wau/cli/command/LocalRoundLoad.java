package dev.wau.cli.command;

import dev.wau.aggregate.AggregateResult;
import dev.wau.cli.stage.LocalStages;
import dev.wau.load.LoadResult;
import dev.wau.model.ObjectKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** By the load job in this process. */
record LocalRoundLoad(CommandContext context, LocalStages stages) implements RoundLoad {

    @Override
    public long load(AggregateResult before) {
        Set<ObjectKey> told =
                before.refusals().stream().map(AggregateResult.SourceNote::key).collect(Collectors.toSet());
        List<LoadResult> loaded = stages.loadPending();
        long problems = 0;
        for (LoadResult result : loaded) {
            new LoadReport(context, told).print(result);
            problems += LoadReport.problems(result);
        }
        if (loaded.isEmpty()) {
            new LoadReport(context).nothingNew();
        }
        return problems;
    }
}
