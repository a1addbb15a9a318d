package dev.wau.aggregate;

import dev.wau.store.ObjectStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All customers by one run: list, copy, complete, remember. For one thread, under the hold. */
final class WholeRun {

    private final RunContext context;
    private final ObjectStore.Hold hold;
    private final Journal journal;

    /**
     * Goes on with a batch, or begins one when there is something to do.
     *
     * @param head of the batch in progress; null if there is none
     */
    WholeRun(RunContext context, ObjectStore.Hold hold, Batch.@Nullable Head head) {
        this.context = context;
        this.hold = hold;
        this.journal = Journal.open(Segments.whole(context.state()), hold, head);
    }

    AggregateResult run(Aggregator.MarkerRule rule) {
        Copied copied =
                new Copying(context, journal).copy(context.setting().config().customers(), this::begin);
        Batch batch = journal.batch();
        AggregateResult.Waiting waiting = copied.waiting();
        if (waiting == null && context.time().isOver()) {
            waiting = new AggregateResult.Waiting(0, 0, 0, 0);
        }
        List<CustomerEnd> customers = copied.customers();
        return waiting == null
                ? new Completion(context, hold, batch).complete(customers, rule)
                : context.tally().result(batch, Outcomes.of(customers, batch), null, waiting);
    }

    private void begin() {
        if (journal.batch().head() == null) {
            journal.batch().begin(new BatchOpening(context, hold).begin(null));
        }
    }
}
