package dev.wau.trigger;

import dev.wau.model.WauException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An engine that answers as a test has it. For one thread. */
final class ScriptedEngine implements LoadEngine {

    private final List<Marker> asked = new ArrayList<>();
    private final Map<String, WauException> errors = new HashMap<>();
    private final Deque<Object> looks = new ArrayDeque<>();

    /** Refuses to start this marker. */
    ScriptedEngine answer(String marker, WauException error) {
        errors.put(marker, error);
        return this;
    }

    /** What the next looks give: states, or errors. */
    ScriptedEngine looks(Object... next) {
        Collections.addAll(looks, next);
        return this;
    }

    /** The markers it was asked to start, in order. */
    List<Marker> asked() {
        return asked;
    }

    @Override
    public EngineStart start(Marker marker) {
        asked.add(marker);
        WauException error = errors.get(marker.key().path());
        if (error != null) {
            throw error;
        }
        return EngineStart.started(EngineRun.starting("run-" + asked.size(), marker.key(), Instant.EPOCH));
    }

    @Override
    public EngineRun look(EngineRun run) {
        Object next = looks.remove();
        if (next instanceof WauException error) {
            throw error;
        }
        return new EngineRun(run.id(), run.marker(), (EngineRun.State) next, run.started(), null, null, null);
    }

    @Override
    public void stop(EngineRun run) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<EngineRun> recent(int count) {
        throw new UnsupportedOperationException();
    }
}
