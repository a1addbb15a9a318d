package dev.wau.aggregate;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerPublisher;
import dev.wau.store.ObjectStore;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** One run: over all customers, or over one part of a batch. For one thread. */
final class AggregateRun {

    private final RunContext context;
    private final PartsCompletion completion;
    private final PartOutcomes outcomes;

    AggregateRun(RunContext context) {
        this.context = context;
        this.completion = new PartsCompletion(context);
        this.outcomes = PartOutcomes.of(context);
    }

    AggregateResult run(Aggregator.MarkerRule rule) {
        Begun begun = begin(rule);
        if (begun.result() == null) {
            return goOn(Objects.requireNonNull(begun.inParts()));
        }
        if (begun.result().unfinished() && context.tally().hasProgress()) {
            startRun();
        }
        return begun.result();
    }

    PartResult runPart(BatchPart part) {
        PartResult result = new PartRun(context, part).run();
        Aggregator.Splitting splitting = context.setting().splitting();
        if (result.state() == PartResult.State.UNFINISHED
                && splitting != null
                && context.tally().hasProgress()) {
            splitting.starter().startPart(part);
        }
        return result.state() == PartResult.State.DONE ? result.completing(completion.completeIfDone()) : result;
    }

    /** One of the two: a batch whose parts are to do, or how the batch that one run could do ended. */
    private record Begun(
            Batch.@Nullable Head inParts, @Nullable AggregateResult result) {}

    private Begun begin(Aggregator.MarkerRule rule) {
        try (ObjectStore.Hold hold = context.setting().central().hold(Holds.BATCH)) {
            Batch.Head open = new BatchOpening(context, hold).inProgress();
            Batch.Head head = new Division(context, hold).divide(open, rule);
            return head == null || head.parts() == null
                    ? new Begun(null, new WholeRun(context, hold, head).run(rule))
                    : new Begun(head, completion.complete(hold));
        }
    }

    /** Has the parts done that are undone. */
    private AggregateResult goOn(Batch.Head head) {
        int begun = 0;
        SortedSet<Integer> undone = outcomes.undone(head, Objects.requireNonNull(head.parts()));
        for (int number : undone) {
            if (context.time().isOver()) {
                break;
            }
            begin(new BatchPart(head.id(), number));
            begun++;
        }
        if (begun > 0 && begun < undone.size()) {
            startRun();
        }
        AggregateResult whole = completion.completeIfDone();
        return whole == null ? seen(head) : whole;
    }

    private void begin(BatchPart part) {
        Aggregator.Splitting splitting = context.setting().splitting();
        if (splitting == null) {
            new PartRun(context, part).run();
        } else {
            splitting.starter().startPart(part);
        }
    }
}
