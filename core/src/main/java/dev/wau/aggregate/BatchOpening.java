package dev.wau.aggregate;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerPublisher;
import dev.wau.model.BatchId;
import dev.wau.store.ObjectStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds the batch in progress, or begins one. For one thread, under the hold. */
final class BatchOpening {

    private final RunContext context;
    private final ObjectStore.Hold hold;
    private final Heads heads;
    private final MarkerPublisher markers;

    BatchOpening(RunContext context, ObjectStore.Hold hold) {
        this.context = context;
        this.hold = hold;
        this.heads = new Heads(context.state());
        this.markers = new MarkerPublisher(context.setting().central());
    }

    /**
     * The batch in progress. Where a run died between its marker and the ledgers, they are brought up to date, and none
     * is in progress any more.
     */
    Batch.@Nullable Head inProgress() {
        Batch.Head head = heads.read();
        if (head == null || !markers.isPublished(head.id())) {
            return head;
        }
        CompletionMarker marker = markers.read(CompletionMarker.key(head.id())).orElse(null);
        hold.confirm();
        if (marker != null) {
            LastBatch.of(marker).after(LastBatch.read(context.state())).write(context.state());
        }
        new Remembering(context, hold).remember(Batch.read(context, head), marker);
        return null;
    }

    /**
     * A batch begins.
     *
     * @param parts how it is divided; null if it isn't
     */
    Batch.Head begin(@Nullable PartPlan parts) {
        Instant began = context.tally().began();
        BatchIds ids = new BatchIds(context.setting().central());
        BatchId id = ids.next(began, LastBatch.read(context.state()).batch());
        Batch.Head head = new Batch.Head(id, began, parts);
        hold.confirm();
        heads.write(head);
        return head;
    }
}
