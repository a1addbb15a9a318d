package dev.wau.aggregate;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerPublisher;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells how a batch stands that this run did not complete. For one thread. */
final class BatchReport {

    private final RunContext context;
    private final MarkerPublisher markers;

    BatchReport(RunContext context) {
        this.context = context;
        this.markers = new MarkerPublisher(context.setting().central());
    }

    /**
     * There was no time to look at the sources.
     *
     * @param head of the batch in progress; null if there is none
     */
    AggregateResult nothingListed(Batch.@Nullable Head head) {
        int customers = context.setting().config().customers().size();
        AggregateResult.Waiting waiting = new AggregateResult.Waiting(customers, 0, 0, 0);
        return context.tally().result(begun(head), List.of(), null, waiting);
    }

    /** A batch in parts, as it is seen now: others may have completed it meanwhile. */
    AggregateResult seen(Batch.Head head) {
        Batch.Head now = new Heads(context.state()).read();
        // Asked after the head, which goes after the marker has come.
        CompletionMarker marker = marker(head);
        if (marker != null) {
            return context.tally().result(marker);
        }
        return now != null && now.id().equals(head.id()) ? inProgress(now) : nothingNew();
    }

    private @Nullable CompletionMarker marker(Batch.Head head) {
        return markers.isPublished(head.id())
                ? markers.read(CompletionMarker.key(head.id())).orElse(null)
                : null;
    }

    private AggregateResult inProgress(Batch.Head head) {
        PartPlan plan = Objects.requireNonNull(head.parts());
        int undone = new PartOutcomes(context.state()).undone(head, plan).size();
        Batch batch = batch(head);
        AggregateResult.Waiting waiting = new AggregateResult.Waiting(0, 0, 0, undone);
        return context.tally().result(batch, Outcomes.of(List.of(), batch), null, waiting);
    }

    // Whoever only starts the parts doesn't read what they write.
    private Batch batch(Batch.Head head) {
        return context.setting().splitting() == null ? Batch.read(context, head) : begun(head);
    }

    private static Batch begun(Batch.@Nullable Head head) {
        Batch batch = new Batch();
        if (head != null) {
            batch.begin(head);
        }
        return batch;
    }

    private AggregateResult nothingNew() {
        List<CustomerEnd> ends = context.setting().config().customers().stream()
                .map(customer -> new CustomerEnd(customer.customer(), null, null))
                .toList();
        Batch none = new Batch();
        return context.tally().result(none, Outcomes.of(ends, none), null, null);
    }
}
