package dev.wau.load;

import dev.wau.complete.CompletionMarker;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.trigger.EngineRun;
import dev.wau.trigger.EngineRun.State;
import dev.wau.trigger.EngineStart;
import dev.wau.trigger.LoadEngine;
import dev.wau.trigger.Marker;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the load job in this process, one run at a time, each on its own thread. It remembers its own runs, and only while
 * it lives. A run can't be stopped alone: it ends with the process, and what it hadn't committed was never visible.
 */
public final class LocalLoadEngine implements LoadEngine {

    private final ObjectStore central;
    private final LoadJob job;
    private final InstantSource clock;
    /** By id, oldest first; guarded by itself. */
    private final Map<String, EngineRun> runs = new LinkedHashMap<>();

    public LocalLoadEngine(ObjectStore central, LoadJob job) {
        this.central = central;
        this.job = job;
        this.clock = InstantSource.system();
    }

    /**
     * Runs the load here and now, beside the runs of {@link #start} and whether or not the marker is loaded already, and
     * waits for its end: for a caller who reports the result. A manifest names the files; any other marker means: list
     * {@code csv/}.
     *
     * @throws WauException NOT_FOUND, INVALID_MARKER, or what the job throws
     */
    public LoadResult run(ObjectKey marker) {
        return run(marker, Bookmark.ENABLE);
    }

    /** The same, with what it does with the history. */
    public LoadResult run(ObjectKey marker, Bookmark bookmark) {
        Optional<CompletionMarker> manifest = new MarkerReader(central).read(marker);
        return manifest.isPresent() ? job.load(manifest.get(), bookmark) : job.loadListing(bookmark);
    }

    @Override
    public EngineStart start(Marker marker) {
        EngineRun run;
        synchronized (runs) {
            List<EngineRun> known = recent(runs.size());
            Optional<EngineRun> serving =
                    known.stream().filter(one -> one.serves(marker)).findFirst();
            if (serving.isPresent()) {
                return EngineStart.found(serving.get());
            }
            if (known.stream().anyMatch(one -> !one.isOver())) {
                throw new WauException(
                        ErrorCode.BUSY,
                        "Cannot start a load run for " + marker.key()
                                + ": another one is under way in this process (try again when it has ended)");
            }
            run = EngineRun.starting(RunId.random().value(), marker.key(), clock.instant());
            runs.put(run.id(), run);
        }
        new Thread(() -> carryOut(run.id(), marker.key()), "wau-load-" + run.id()).start();
        return EngineStart.started(run);
    }

    private void carryOut(String id, ObjectKey marker) {
        become(id, State.RUNNING, null);
        try {
            run(marker);
            become(id, State.SUCCEEDED, null);
        } catch (RuntimeException e) {
            become(id, State.FAILED, String.valueOf(e.getMessage()));
        } catch (Error e) {
            become(id, State.FAILED, e.toString());
            throw e;
        }
    }

    private void become(String id, State state, @Nullable String error) {
        synchronized (runs) {
            runs.computeIfPresent(id, (key, run) -> {
                boolean over = state != State.RUNNING;
                return new EngineRun(
                        id, run.marker(), state, run.started(), over ? clock.instant() : null, null, error);
            });
        }
    }

    @Override
    public EngineRun look(EngineRun run) {
        EngineRun now;
        synchronized (runs) {
            now = runs.get(run.id());
        }
        if (now == null) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot find load run " + run.id() + " in this process (it knows the runs that it started itself)");
        }
        return now;
    }

    @Override
    public void stop(EngineRun run) {
        throw new WauException(
                ErrorCode.INVALID_ARGUMENT,
                "Cannot stop load run " + run.id()
                        + ": it runs in this process (end the process; what isn't committed is not visible)");
    }

    @Override
    public boolean supportsStop() {
        return false;
    }

    @Override
    public List<EngineRun> recent(int count) {
        synchronized (runs) {
            List<EngineRun> newestFirst = new ArrayList<>(runs.values());
            Collections.reverse(newestFirst);
            return List.copyOf(newestFirst.subList(0, Math.min(count, newestFirst.size())));
        }
    }
}
