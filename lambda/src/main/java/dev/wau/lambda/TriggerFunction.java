package dev.wau.lambda;

import dev.wau.model.WauException;
import dev.wau.trigger.LoadEngine;
import dev.wau.trigger.MarkerRule;
import dev.wau.trigger.MarkerTrigger;
import dev.wau.trigger.ObjectCreated;
import dev.wau.trigger.TriggerOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** One invocation of {@link Trigger}: its event, the load runs, its reply. Thread-safe as its engine and log are. */
final class TriggerFunction {

    private final MarkerRule markers;
    private final LoadEngine engine;
    private final JsonLog log;

    TriggerFunction(MarkerRule markers, LoadEngine engine, JsonLog log) {
        this.markers = markers;
        this.engine = engine;
        this.log = log;
    }

    /**
     * Handles an invocation.
     *
     * @throws WauException the event can't be read, or, unless it came from a queue, a marker is left without a run:
     *     Lambda must deliver it again
     */
    void handle(InputStream event, OutputStream reply, String request) throws IOException {
        TriggerLog told = new TriggerLog(log, request);
        try {
            handle(EventRecords.read(event), reply, told);
        } catch (WauException e) {
            told.failed(e);
            throw e;
        }
    }

    private void handle(Delivery delivery, OutputStream reply, TriggerLog told) throws IOException {
        delivery.messages().forEach(told::message);
        List<TriggerOutcome> outcomes = new MarkerTrigger(markers, engine, told::outcome).deliver(delivery.created());
        if (delivery.kind() == Delivery.Kind.INVOCATION) {
            requireRuns(outcomes);
        }
        BatchReply.write(reply, failed(delivery, outcomes));
    }

    private static void requireRuns(List<TriggerOutcome> outcomes) {
        for (TriggerOutcome outcome : outcomes) {
            if (outcome.comesBack()) {
                WauException error = Objects.requireNonNull(outcome.error());
                throw new WauException(error.code(), error.getMessage() + "; the event must be delivered again", error);
            }
        }
    }

    /** The messages to deliver again. */
    private static List<String> failed(Delivery delivery, List<TriggerOutcome> outcomes) {
        Set<ObjectCreated> comingBack = outcomes.stream()
                .filter(TriggerOutcome::comesBack)
                .map(TriggerOutcome::created)
                .collect(Collectors.toSet());
        return delivery.messages().stream()
                .filter(message ->
                        message.problem() != null || message.created().stream().anyMatch(comingBack::contains))
                .map(Message::id)
                .toList();
    }
}
