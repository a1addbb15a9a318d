package dev.wau.proof.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.LocalLoadEngine;
import dev.wau.load.PendingMarkers;
import dev.wau.load.Warehouse;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The load runs of a history, with their faults, and what was taken out by hand. */
final class Loads {

    private final ObjectStore central;
    private final Warehouse warehouse;
    private final Policies policies;
    private final Tally tally;
    private final Set<String> unloaded = Collections.synchronizedSet(new HashSet<>());

    Loads(ObjectStore central, Warehouse warehouse, Policies policies, Tally tally) {
        this.central = central;
        this.warehouse = warehouse;
        this.policies = policies;
        this.tally = tally;
    }

    /** Delivers one of all markers there are: new, seen before, old. */
    void deliver(int number, Fault fault) {
        List<ObjectKey> markers = PendingMarkers.all(central);
        if (!markers.isEmpty()) {
            deliver(markers.get(number % markers.size()), fault);
        }
    }

    private @Nullable LoadResult deliver(ObjectKey marker, Fault fault) {
        return attempt(fault, (job, engine) -> engine.run(marker));
    }

    /** Loads what no run has seen. */
    void deliverPending(Order order) {
        List<ObjectKey> markers = new ArrayList<>(new PendingMarkers(central, warehouse.history()).list());
        order.arrange(markers);
        markers.forEach(marker -> deliver(marker, Fault.NONE));
    }

    /** The order in which markers arrive. */
    enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST;

        void arrange(List<ObjectKey> markers) {
            if (this == NEWEST_FIRST) {
                Collections.reverse(markers);
            }
        }
    }

    void listing(Fault fault) {
        attempt(fault, (job, engine) -> job.loadListing());
    }

    /** Everything once more: none of it is news. */
    void repeatAll() {
        List<ObjectKey> markers = new ArrayList<>(PendingMarkers.all(central));
        Order.NEWEST_FIRST.arrange(markers);
        for (ObjectKey marker : markers) {
            LoadResult result = deliver(marker, Fault.NONE);
            assertThat(result != null && result.changed())
                    .as("%s delivered once more changes something: %s", marker, result)
                    .isFalse();
        }
    }

    void unload(String key, Fault fault) {
        Set<String> before = unloadedVersions(key);
        try {
            if (committed(fault, job -> job.unload(key))) {
                Set<String> after = unloadedVersions(key);
                after.removeAll(before);
                assertThat(after).as("versions of %s taken out", key).hasSize(1);
                unloaded.addAll(after);
            }
        } catch (WauException e) {
            requireUsersFault(e);
        }
    }

    /** Loads a file again as it stands in the bucket now. */
    void reload(String key, String sha256, Fault fault) {
        try {
            if (committed(fault, job -> job.reload(key))) {
                unloaded.remove(key + " " + sha256);
            }
        } catch (WauException e) {
            requireUsersFault(e);
        }
    }

    boolean isUnloaded(String key, String sha256) {
        return unloaded.contains(key + " " + sha256);
    }

    private Set<String> unloadedVersions(String key) {
        Set<String> versions = new HashSet<>();
        for (HistoryFile file :
                warehouse.history().files(new LoadHistory.Filter(null, key, FileState.UNLOADED, Integer.MAX_VALUE))) {
            versions.add(key + " " + file.version().sha256());
        }
        return versions;
    }

    private static void requireUsersFault(WauException e) {
        assertThat(e.code()).as(e.getMessage()).isIn(ErrorCode.NOT_FOUND, ErrorCode.INVALID_ARGUMENT);
    }

    /** What a run does. */
    private interface Work {
        LoadResult in(LoadJob job);
    }

    private boolean committed(Fault fault, Work work) {
        FailingWarehouse failing = new FailingWarehouse(warehouse, fault);
        attempt(fault, failing, (job, engine) -> work.in(job));
        return failing.committed();
    }

    private @Nullable LoadResult attempt(Fault fault, BiFunction<LoadJob, LocalLoadEngine, LoadResult> work) {
        return attempt(fault, new FailingWarehouse(warehouse, fault), work);
    }

    /** Runs; null if the run died, as its fault has it. */
    private @Nullable LoadResult attempt(
            Fault fault, FailingWarehouse failing, BiFunction<LoadJob, LocalLoadEngine, LoadResult> work) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2025-07-02T00:00:00Z"));
        LoadJob job = new LoadJob(central, failing, policies, Limits.DEFAULT, clock, Progress.NONE);
        tally.run();
        try {
            return work.apply(job, new LocalLoadEngine(central, job));
        } catch (FailingWarehouse.Died e) {
            return null;
        } catch (WauException e) {
            boolean rolledBack = fault.kind() == Fault.Kind.COMMIT_LOST && failing.struck();
            // An aggregation at the same time replaced an object that was just being read: the next run reads it.
            if (!rolledBack && e.code() != ErrorCode.OBJECT_CHANGED) {
                throw e;
            }
            return null;
        } finally {
            if (failing.struck()) {
                tally.crash();
            }
        }
    }
}
