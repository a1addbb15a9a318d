package dev.wau.aggregate;

import dev.wau.store.ObjectStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Completes the batch in parts when its last part is done. Every part asks after its end, and so does every run over all
 * customers after it has given up the hold: of all who ask, the last sees all parts done, and either gets the hold or
 * finds one at work who will ask in turn.
 */
final class PartsCompletion {

    private final RunContext context;
    private final Heads heads;
    private final PartOutcomes outcomes;

    PartsCompletion(RunContext context) {
        this.context = context;
        this.heads = new Heads(context.state());
        this.outcomes = new PartOutcomes(context.state());
    }

    /**
     * Completes it if all parts are done and nobody else does it.
     *
     * @return null if this run didn't
     * @throws CustomersFailedException a customer failed and the policy asks for all
     */
    @Nullable
    AggregateResult completeIfDone() {
        while (isDone()) {
            if (context.time().isOver()) {
                context.startRun();
                return null;
            }
            ObjectStore.Hold hold = Holds.tryTake(context.setting().central(), Holds.BATCH);
            if (hold == null) {
                return null;
            }
            try (hold) {
                AggregateResult result = complete(hold);
                if (result != null) {
                    return result;
                }
            }
        }
        return null;
    }

    /** Completes it if all parts are done. */
    @Nullable
    AggregateResult complete(ObjectStore.Hold hold) {
        Batch.Head head = new BatchOpening(context, hold).inProgress();
        if (head == null || head.parts() == null) {
            return null;
        }
        List<CustomerEnd> customers = outcomes.all(head, head.parts());
        return customers == null
                ? null
                : new Completion(context, hold, Batch.read(context, head))
                        .complete(customers, head.parts().rule());
    }

    private boolean isDone() {
        Batch.Head head = heads.read();
        return head != null
                && head.parts() != null
                && outcomes.undone(head, head.parts()).isEmpty();
    }
}
