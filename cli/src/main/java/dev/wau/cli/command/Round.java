package dev.wau.cli.command;

import dev.wau.aggregate.AggregateResult;
import dev.wau.aggregate.CustomersFailedException;
import dev.wau.cli.stage.LocalStages;
import dev.wau.model.ObjectKey;
import java.util.List;

/** One round of all stages, told as it goes. */
final class Round {

    private final CommandContext context;
    private final LocalStages stages;
    private final RoundLoad load;

    Round(CommandContext context, LocalStages stages, RoundLoad load) {
        this.context = context;
        this.stages = stages;
        this.load = load;
    }

    /** Does it; returns how many things someone who asked to be strict should look at. */
    long run() {
        try {
            AggregateResult aggregated = stages.aggregator().run();
            new AggregateReport(context).print(aggregated);
            return AggregateReport.problems(aggregated) + load.load(aggregated);
        } catch (CustomersFailedException e) {
            // What earlier batches brought is loaded all the same.
            new AggregateReport(context).printBefore(e);
            load.load(e.result());
            throw e;
        }
    }

    /**
     * The same, but silent and without opening the warehouse when no source has anything new and no marker came.
     *
     * @param loaded the markers that are known to be loaded
     */
    void runIfNew(List<ObjectKey> loaded) {
        AggregateResult aggregated = stages.aggregator().run();
        if (!aggregated.nothingNew()) {
            new AggregateReport(context).print(aggregated);
        }
        if (!stages.markerKeys().equals(loaded)) {
            load.load(aggregated);
        }
    }
}
