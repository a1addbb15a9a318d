package dev.wau.load;

import dev.wau.analyse.ReportRules;
import dev.wau.complete.CompletionMarker;
import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The load job: brings file versions of the central bucket into the warehouse, each once. Every method is one run in one
 * transaction; running any of them again does nothing more. Thread-safe as its ports are.
 */
public final class LoadJob {

    /** Whoever is overtaken so often has more to mend than to wait for. */
    private static final int MOST_ATTEMPTS = 5;

    private final ObjectStore central;
    private final Warehouse warehouse;
    private final Policies policies;
    private final Limits limits;
    private final InstantSource clock;
    private final Progress progress;
    private final ReportRules reports;

    /** A job that restates by {@link ReportRules#DEFAULT}. */
    public LoadJob(
            ObjectStore central,
            Warehouse warehouse,
            Policies policies,
            Limits limits,
            InstantSource clock,
            Progress progress) {
        this(central, warehouse, policies, limits, clock, progress, ReportRules.DEFAULT);
    }

    private LoadJob(
            ObjectStore central,
            Warehouse warehouse,
            Policies policies,
            Limits limits,
            InstantSource clock,
            Progress progress,
            ReportRules reports) {
        this.central = central;
        this.warehouse = warehouse;
        this.policies = policies;
        this.limits = limits.withFieldsOf(warehouse.longestText());
        this.clock = clock;
        this.progress = progress;
        this.reports = reports;
    }

    /** The same job, restating the weeks of these reports. */
    public LoadJob restating(ReportRules rules) {
        return new LoadJob(central, warehouse, policies, limits, clock, progress, rules);
    }

    /** Loads the files that a marker names, and enters its batch into the history. */
    public LoadResult load(CompletionMarker marker) {
        return load(marker, Bookmark.ENABLE);
    }

    /** Loads the files that a marker names. */
    public LoadResult load(CompletionMarker marker, Bookmark bookmark) {
        boolean recorded = bookmark != Bookmark.PAUSE;
        return run(LoadRun.Kind.LOAD, recorded ? marker.batch() : null, (transaction, execution) -> {
            List<Candidate> candidates = new Candidates(central).of(marker);
            if (!recorded) {
                candidates = candidates.stream().map(Candidate::ofNoBatch).toList();
            }
            execution.run(new LoadPlanner(transaction, policies).plan(candidates, bookmark));
            if (recorded) {
                execution.remember(marker);
            }
        });
    }

    /** Loads what stands under {@code csv/}: for a marker without a manifest, and where there are no markers. */
    public LoadResult loadListing() {
        return loadListing(Bookmark.ENABLE);
    }

    /**
     * Loads what stands under {@code csv/}.
     *
     * @throws WauException INVALID_ARGUMENT: a listing has no batch that could stay unrecorded
     */
    public LoadResult loadListing(Bookmark bookmark) {
        if (bookmark == Bookmark.PAUSE) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot load a listing with the bookmark paused: a listing has no batch that could stay unrecorded"
                            + " (name markers, or enable or disable the bookmark)");
        }
        return run(LoadRun.Kind.LOAD, null, (transaction, execution) -> {
            List<Candidate> candidates = new ArrayList<>();
            Candidates all = new Candidates(central);
            if (bookmark == Bookmark.DISABLE) {
                all.all(candidates::add);
            } else {
                execution.unchanged(all.listed(transaction, candidates::add));
            }
            execution.run(new LoadPlanner(transaction, policies).plan(candidates, bookmark));
        });
    }

    /**
     * Goes back to what was loaded when a batch was: the files of later batches leave, and these batches are forgotten, so
     * that their markers are pending again. Versions that a later batch replaced are gone from the central bucket, and
     * don't come back: the table is right again when the later batches are loaded.
     *
     * @param last the newest batch that stays; null: none does, and what listings loaded leaves too
     * @throws WauException NOT_FOUND: no such batch is recorded
     */
    public LoadResult rewind(@Nullable BatchId last) {
        return run(LoadRun.Kind.REWIND, null, (transaction, execution) -> {
            Rewind rewind = Rewind.after(last, warehouse.history());
            execution.takeOut(rewind.files(), FileState.SUPERSEDED, FileAction.REWOUND);
            rewind.batches().forEach(execution::forget);
        });
    }

    /**
     * Takes a file's rows out, and keeps this version out until {@link #reload}. Another version under the same name is
     * a new file version, and is loaded. One that is unloaded already stays so.
     *
     * @param name the file's key, or the end of it after a {@code /}
     * @throws WauException NOT_FOUND or INVALID_ARGUMENT: no one file of the history is meant, or it never had rows
     */
    public LoadResult unload(String name) {
        return run(LoadRun.Kind.UNLOAD, null, (transaction, execution) -> {
            List<HistoryFile> versions = versions(name, transaction);
            List<HistoryFile> live =
                    versions.stream().filter(HistoryFile::isLive).toList();
            execution.takeOut(live, FileState.UNLOADED, FileAction.UNLOADED);
            if (live.isEmpty()) {
                List<HistoryFile> unloaded = versions.stream()
                        .filter(file -> file.state() == FileState.UNLOADED)
                        .toList();
                if (unloaded.isEmpty()) {
                    throw new WauException(
                            ErrorCode.INVALID_ARGUMENT,
                            "Cannot unload '" + name + "': no version of it is loaded ('wau history --file " + name
                                    + "' shows them)");
                }
                unloaded.forEach(execution::alreadyUnloaded);
            }
        });
    }

    /** In the run's transaction: no other run changes them any more. */
    private List<HistoryFile> versions(String name, LoadTransaction transaction) {
        return transaction.versions(List.of(new FileFinder(warehouse.history()).key(name)));
    }

    /**
     * Loads a file again as it stands in the central bucket now: one that was unloaded, refused, or is loaded.
     *
     * @param name the file's key, or the end of it after a {@code /}
     * @throws WauException NOT_FOUND or INVALID_ARGUMENT: no one file of the history is meant, or it is gone
     */
    public LoadResult reload(String name) {
        return run(LoadRun.Kind.RELOAD, null, (transaction, execution) -> {
            List<HistoryFile> known = versions(name, transaction);
            ObjectKey key = known.get(0).version().key();
            StoredObject object = central.find(key)
                    .orElseThrow(() -> new WauException(
                            ErrorCode.NOT_FOUND,
                            "Cannot reload '" + key + "': nothing stands there in the central bucket any more"));
            Candidate candidate = new Candidates(central).candidate(object, known);
            execution.run(new LoadPlanner(transaction, policies).plan(List.of(candidate), Bookmark.DISABLE));
        });
    }

    /** What a run does between begin and commit. */
    @FunctionalInterface
    private interface Work {
        void in(LoadTransaction transaction, LoadExecution execution);
    }

    /** Again, and again from the start, where another run came between: each time one of them was committed. */
    private LoadResult run(LoadRun.Kind kind, @Nullable BatchId batch, Work work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(kind, batch, work);
            } catch (WauException e) {
                if (e.code() != ErrorCode.OVERTAKEN || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private LoadResult once(LoadRun.Kind kind, @Nullable BatchId batch, Work work) {
        RunId run = RunId.random();
        Instant start = clock.instant();
        LoadRun loadRun =
                new LoadRun(run, kind, batch, start, policies.duplicates(), policies.columns(), policies.maxColumns());
        try (LoadTransaction transaction = warehouse.begin(loadRun);
                Staging staging = new Staging(central, transaction, policies, limits, progress)) {
            LoadExecution execution =
                    new LoadExecution(transaction, staging, new Restatements(warehouse, transaction, reports, loadRun));
            work.in(transaction, execution);
            List<Restatement> restatements = execution.changed() ? execution.restate() : List.of();
            LoadResult result = new LoadResult(
                    run,
                    batch,
                    execution.results(),
                    execution.unchanged(),
                    restatements,
                    execution.changed(),
                    Duration.between(start, clock.instant()));
            if (execution.changed()) {
                commit(transaction, run, summary(result));
            }
            return result;
        }
    }

    private void commit(LoadTransaction transaction, RunId run, String summary) {
        CommitOutcome outcome = transaction.commit(summary);
        if (outcome == CommitOutcome.UNKNOWN) {
            outcome = warehouse.outcome(run);
        }
        if (outcome == CommitOutcome.UNKNOWN) {
            throw new WauException(
                    ErrorCode.COMMIT_UNKNOWN,
                    "Cannot tell whether run " + run + " was committed: the reply was lost, and the warehouse can't be"
                            + " asked (run it again when it can: what is loaded is not loaded twice)");
        }
        if (outcome != CommitOutcome.COMMITTED) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED,
                    "Cannot commit run " + run + ": it was rolled back and nothing of it is visible (run it again)");
        }
    }

    private static String summary(LoadResult result) {
        FileCounts counts = result.counts();
        long out = result.count(FileAction.UNLOADED) + result.count(FileAction.REWOUND);
        if (out > 0) {
            return String.format(Locale.ROOT, "%d files taken out, with %d records", out, counts.read());
        }
        return String.format(
                Locale.ROOT,
                "%d files entered, %d copies, %d refused, %d unchanged; %d records: %d loaded, %d rejected, %d suppressed",
                result.entered(),
                result.count(FileAction.COPY),
                result.count(FileAction.REFUSED),
                result.unchanged(),
                counts.read(),
                counts.loaded(),
                counts.rejected(),
                counts.suppressed());
    }
}
