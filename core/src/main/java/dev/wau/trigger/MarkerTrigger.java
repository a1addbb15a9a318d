package dev.wau.trigger;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.trigger.TriggerOutcome.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns events into load runs: one per marker, whatever else was created, however often and in whatever order it is
 * told. Thread-safe as its engine and listener are.
 */
public final class MarkerTrigger {

    private final MarkerRule rule;
    private final LoadEngine engine;
    private final Consumer<TriggerOutcome> listener;

    /**
     * A trigger.
     *
     * @param listener told each outcome as soon as there is one, so that a caller that dies has said what it started
     */
    public MarkerTrigger(MarkerRule rule, LoadEngine engine, Consumer<TriggerOutcome> listener) {
        this.rule = rule;
        this.engine = engine;
        this.listener = listener;
    }

    /**
     * Starts a run for each marker among these, oldest first. A marker that can't be started doesn't keep the others
     * from it.
     *
     * @param delivered events of one delivery; equal ones count once
     * @return one outcome for each, in the order of creation
     */
    public List<TriggerOutcome> deliver(List<ObjectCreated> delivered) {
        Map<ObjectKey, Instant> latest = latest(delivered);
        Map<ObjectKey, TriggerOutcome> tried = new HashMap<>();
        List<TriggerOutcome> outcomes = new ArrayList<>();
        delivered.stream().sorted(Comparator.comparing(ObjectCreated::created)).forEach(created -> {
            TriggerOutcome outcome = outcome(created, latest, tried);
            listener.accept(outcome);
            outcomes.add(outcome);
        });
        return outcomes;
    }

    /** When each marker was last written: a run that begins after that has seen the writings before, too. */
    private Map<ObjectKey, Instant> latest(List<ObjectCreated> delivered) {
        Map<ObjectKey, Instant> latest = new HashMap<>();
        for (ObjectCreated created : delivered) {
            rule.marker(created)
                    .ifPresent(key ->
                            latest.merge(key, created.created(), (one, other) -> one.isAfter(other) ? one : other));
        }
        return latest;
    }

    private TriggerOutcome outcome(
            ObjectCreated created, Map<ObjectKey, Instant> latest, Map<ObjectKey, TriggerOutcome> tried) {
        Optional<ObjectKey> key = rule.marker(created);
        if (key.isEmpty()) {
            return new TriggerOutcome(created, Kind.IGNORED, null, null, null);
        }
        TriggerOutcome before = tried.get(key.get());
        if (before == null) {
            Instant written = latest.getOrDefault(key.get(), created.created());
            TriggerOutcome now = start(created, new Marker(key.get(), written));
            tried.put(key.get(), now);
            return now;
        }
        Kind kind = before.kind() == Kind.STARTED ? Kind.FOUND : before.kind();
        return new TriggerOutcome(created, kind, before.marker(), before.run(), before.error());
    }

    private TriggerOutcome start(ObjectCreated created, Marker marker) {
        try {
            EngineStart start = engine.start(marker);
            Kind kind = start.kind() == EngineStart.Kind.STARTED ? Kind.STARTED : Kind.FOUND;
            return new TriggerOutcome(created, kind, marker.key(), start.run(), null);
        } catch (WauException e) {
            Kind kind = e.code() == ErrorCode.BUSY ? Kind.BUSY : Kind.FAILED;
            return new TriggerOutcome(created, kind, marker.key(), null, e);
        }
    }
}
