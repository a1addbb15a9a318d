package dev.wau.aggregate;

/**
 * Has an aggregation go on somewhere else: in AWS Lambda by an asynchronous invocation of the same function, in one
 * process on another thread. Thread-safe. Whatever is started more than once, late or never does no harm: a part is done
 * once, and the next run over all customers starts what is undone.
 *
 * <p>Errors: any {@link dev.wau.model.WauException}; it ends the run that starts, and what is undone waits for the next.
 */
public interface AggregateStarter {

    /** Starts {@link Aggregator#runPart} for this part; doesn't wait for its end. */
    void startPart(BatchPart part);

    /** Starts {@link Aggregator#run()} once more, after one whose time was over; doesn't wait for its end. */
    void startRun();
}
