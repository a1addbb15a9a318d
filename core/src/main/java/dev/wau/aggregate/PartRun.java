package dev.wau.aggregate;

import dev.wau.complete.MarkerPublisher;
import dev.wau.config.CustomerConfig;
import dev.wau.model.Customer;
import dev.wau.store.ObjectStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The customers of one part of a batch: list, copy, say how each ended. For one thread. */
final class PartRun {

    private final RunContext context;
    private final Heads heads;
    private final PartOutcomes outcomes;
    private final BatchPart part;

    PartRun(RunContext context, BatchPart part) {
        this.context = context;
        this.heads = new Heads(context.state());
        this.outcomes = new PartOutcomes(context.state());
        this.part = part;
    }

    /** A batch that is in progress, and divided. */
    private record InParts(Batch.Head head, PartPlan plan) {}

    /** Does the part, unless it is done or another run does it. */
    PartResult run() {
        InParts before = batch();
        if (before == null) {
            return result(PartResult.State.OVER, null);
        }
        if (outcomes.isDone(before.head(), before.plan(), part.number())) {
            return result(PartResult.State.DONE, null);
        }
        ObjectStore.Hold hold = Holds.tryTake(context.setting().central(), "aggregate-part-" + part.number());
        if (hold == null) {
            return result(PartResult.State.BUSY, null);
        }
        try (hold) {
            return run(hold);
        }
    }

    private PartResult run(ObjectStore.Hold hold) {
        // Asked again: another run may have had the hold until now.
        InParts now = batch();
        if (now == null) {
            return result(PartResult.State.OVER, null);
        }
        if (outcomes.isDone(now.head(), now.plan(), part.number())) {
            return result(PartResult.State.DONE, null);
        }
        Segments segments = Segments.part(context.state(), now.plan(), part.number());
        Journal journal = Journal.open(segments, hold, now.head());
        Copied copied = new Copying(context, journal).copy(customers(now.plan()), () -> {});
        AggregateResult own = context.tally()
                .result(journal.batch(), Outcomes.of(copied.customers(), journal.batch()), null, copied.waiting());
        if (copied.waiting() != null) {
            return result(PartResult.State.UNFINISHED, own);
        }
        hold.confirm();
        outcomes.write(now.head(), now.plan(), part.number(), copied.customers());
        return result(PartResult.State.DONE, own);
    }

    private @Nullable InParts batch() {
        Batch.Head head = heads.read();
        if (head == null || head.parts() == null || !head.id().equals(part.batch())) {
            return null;
        }
        boolean exists = part.number() <= head.parts().size();
        boolean published = new MarkerPublisher(context.setting().central()).isPublished(head.id());
        return exists && !published ? new InParts(head, head.parts()) : null;
    }

    // A customer that left the configuration is expected no more; what was copied of it comes with the marker.
    private List<CustomerConfig> customers(PartPlan plan) {
        Set<Customer> names = new HashSet<>(plan.customers(part.number()));
        return context.setting().config().customers().stream()
                .filter(customer -> names.contains(customer.customer()))
                .toList();
    }

    private PartResult result(PartResult.State state, @Nullable AggregateResult own) {
        return new PartResult(part, state, own, null);
    }
}
