package dev.wau.aggregate;

import dev.wau.store.ObjectStore;
import java.util.NavigableSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run: over all customers, or over one part of a batch. For one thread. */
final class AggregateRun {

    private final RunContext context;
    private final PartsCompletion completion;
    private final PartOutcomes outcomes;

    AggregateRun(RunContext context) {
        this.context = context;
        this.completion = new PartsCompletion(context);
        this.outcomes = new PartOutcomes(context.state());
    }

    AggregateResult run(Aggregator.MarkerRule rule) {
        Begun begun = begin(rule);
        AggregateResult result = begun.result();
        if (result == null) {
            return goOn(Objects.requireNonNull(begun.inParts()));
        }
        if (result.unfinished() && context.tally().hasProgress()) {
            context.startRun();
        }
        return result;
    }

    PartResult runPart(BatchPart part) {
        PartResult result = new PartRun(context, part).run();
        if (result.state() == PartResult.State.DONE) {
            return result.completing(completion.completeIfDone());
        }
        Aggregator.Splitting splitting = context.setting().splitting();
        if (result.state() == PartResult.State.UNFINISHED
                && splitting != null
                && context.tally().hasProgress()) {
            splitting.starter().startPart(part);
        }
        return result;
    }

    /** One of the two: a batch whose parts are to do, or how the batch that one run could do ended. */
    private record Begun(
            Batch.@Nullable Head inParts, @Nullable AggregateResult result) {}

    private Begun begin(Aggregator.MarkerRule rule) {
        try (ObjectStore.Hold hold = context.setting().central().hold(Holds.BATCH)) {
            Batch.Head open = new BatchOpening(context, hold).inProgress();
            if (context.time().isOver()) {
                return new Begun(null, new BatchReport(context).nothingListed(open));
            }
            Batch.Head head = new Division(context, hold).divide(open, rule);
            return head == null || head.parts() == null
                    ? new Begun(null, new WholeRun(context, hold, head).run(rule))
                    : new Begun(head, completion.complete(hold));
        }
    }

    /** Has the parts done that are undone. */
    private AggregateResult goOn(Batch.Head head) {
        int begun = 0;
        NavigableSet<Integer> undone = outcomes.undone(head, Objects.requireNonNull(head.parts()));
        for (int number : undone) {
            if (context.time().isOver()) {
                break;
            }
            begin(new BatchPart(head.id(), number));
            begun++;
        }
        if (begun > 0 && begun < undone.size()) {
            context.startRun();
        }
        AggregateResult whole = completion.completeIfDone();
        return whole == null ? new BatchReport(context).seen(head) : whole;
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
