package dev.wau.lambda;

import dev.wau.aggregate.AggregateResult;
import dev.wau.aggregate.AggregateStarter;
import dev.wau.aggregate.Aggregator;
import dev.wau.aggregate.BatchPart;
import dev.wau.aggregate.CustomersFailedException;
import dev.wau.aggregate.PartResult;
import dev.wau.aggregate.TimeBudget;
import dev.wau.collect.Connector;
import dev.wau.config.WauConfig;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One invocation of {@link Aggregate}: its event, a run or a part, its reply. Thread-safe. */
final class AggregateFunction {

    /** Kept for the last calls and the reply; the run keeps more, for ending in order. */
    private static final Duration RESERVE = Duration.ofSeconds(1);

    private final Supplier<WauConfig> config;
    private final Connector connector;
    private final int customersPerPart;
    private final Function<String, AggregateStarter> starters;
    private final JsonLog log;
    private final @Nullable AggregateMetrics metrics;

    /**
     * A function.
     *
     * @param config is asked at each invocation
     * @param connector opens its places
     * @param starters makes one for a function's ARN
     * @param metrics null: none are told
     */
    AggregateFunction(
            Supplier<WauConfig> config,
            Connector connector,
            int customersPerPart,
            Function<String, AggregateStarter> starters,
            JsonLog log,
            @Nullable AggregateMetrics metrics) {
        this.config = config;
        this.connector = connector;
        this.customersPerPart = customersPerPart;
        this.starters = starters;
        this.log = log;
        this.metrics = metrics;
    }

    /**
     * Handles an invocation. That another run is at work is a reply, not an error: whoever works does all there is, and a
     * repeated invocation would only meet it again.
     *
     * @throws WauException INVALID_ARGUMENT: not an event of this function; and what {@link Aggregator} throws but BUSY.
     *     Lambda repeats an asynchronous invocation that failed
     */
    void handle(InputStream event, OutputStream reply, Invocation invocation) throws IOException {
        BatchPart part = event(event, invocation);
        AggregateLog told = new AggregateLog(log, metrics, invocation.request(), part);
        try {
            Answer answer = part == null ? all(invocation, told) : part(part, invocation, told);
            write(reply, answer);
        } catch (CustomersFailedException e) {
            told.ended(e.result());
            told.failed(e);
            throw e;
        } catch (WauException e) {
            if (e.code() != ErrorCode.BUSY) {
                told.failed(e);
                throw e;
            }
            told.busy(e);
            write(reply, json -> json.busy(part, String.valueOf(e.getMessage())));
        }
    }

    private interface Answer {
        void write(AggregateReply json) throws IOException;
    }

    private @Nullable BatchPart event(InputStream event, Invocation invocation) {
        try {
            return AggregateEvent.read(event).part();
        } catch (WauException e) {
            new AggregateLog(log, metrics, invocation.request(), null).failed(e);
            throw e;
        }
    }

    private Answer all(Invocation invocation, AggregateLog told) {
        AggregateResult result = aggregator(invocation).run();
        told.ended(result);
        return json -> json.result(result);
    }

    private Answer part(BatchPart part, Invocation invocation, AggregateLog told) {
        PartResult result = aggregator(invocation).runPart(part);
        told.ended(result);
        return json -> json.part(result);
    }

    private Aggregator aggregator(Invocation invocation) {
        TimeBudget budget = TimeBudget.of(invocation.left().minus(RESERVE));
        return Aggregator.of(config.get(), connector, Progress.NONE)
                .within(budget)
                .inParts(customersPerPart, starters.apply(invocation.function()));
    }

    private static void write(OutputStream reply, Answer answer) throws IOException {
        try (AggregateReply json = new AggregateReply(reply)) {
            answer.write(json);
        }
    }
}
