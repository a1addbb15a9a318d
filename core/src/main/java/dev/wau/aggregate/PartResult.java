package dev.wau.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * What became of one part of a batch.
 *
 * @param part which
 * @param state how it stands now
 * @param own what its customers' files came to; null if this run did nothing of it
 * @param batch what the whole batch came to, if this run completed it; else null
 */
public record PartResult(
        BatchPart part,
        State state,
        @Nullable AggregateResult own,
        @Nullable AggregateResult batch) {

    /** How a part can stand. */
    public enum State {
        /** All its customers are done, by this run or by another. */
        DONE,
        /** The time was over. */
        UNFINISHED,
        /** Another run is at work on it. */
        BUSY,
        /** Its batch is over, or was never begun. */
        OVER
    }

    PartResult completing(@Nullable AggregateResult whole) {
        return new PartResult(part, state, own, whole);
    }
}
