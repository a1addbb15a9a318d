package dev.wau.load;

import dev.wau.complete.CompletionMarker;
import dev.wau.model.BatchId;
import dev.wau.model.FileId;
import dev.wau.model.FileRefusedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan inside one transaction: stage, give way, enter, remember. Nothing is visible before the caller
 * commits. Used once.
 */
final class LoadExecution {

    private final LoadTransaction transaction;
    private final Staging staging;
    private final Restatements restatements;
    private final List<FileResult> results = new ArrayList<>();
    private long unchanged;
    private boolean changed;

    LoadExecution(LoadTransaction transaction, Staging staging, Restatements restatements) {
        this.transaction = transaction;
        this.staging = staging;
        this.restatements = restatements;
    }

    /** What became of each file that wasn't loaded already, once {@link #run} is done. */
    List<FileResult> results() {
        return results;
    }

    /** Files that were loaded already. */
    long unchanged() {
        return unchanged;
    }

    /** Whether the transaction holds anything worth a commit. */
    boolean changed() {
        return changed;
    }

    /** Enters what the run restates into the history: last, before the commit. */
    List<Restatement> restate() {
        List<Restatement> found = restatements.find();
        transaction.remember(found);
        return found;
    }

    /** Enters the batch into the history, if it is new there. */
    void remember(CompletionMarker marker) {
        changed |= transaction.remember(marker);
    }

    /** So many files of a listing were loaded already. */
    void unchanged(long files) {
        unchanged += files;
    }

    /** Takes files out by hand, or because their batches are forgotten; copies first, so that none takes over. */
    void takeOut(List<HistoryFile> files, FileState state, FileAction action) {
        List<HistoryFile> carriers = new ArrayList<>();
        for (HistoryFile file : files) {
            changed = true;
            if (file.state() == FileState.LOADED) {
                carriers.add(file);
            } else {
                transaction.remember(file.id(), file.version(), state, null, null);
            }
            results.add(new FileResult(file.version(), action, file.counts(), null));
        }
        if (!carriers.isEmpty()) {
            List<FileId> ids = carriers.stream().map(HistoryFile::id).toList();
            restatements.left(carriers, transaction.leave(ids, state));
        }
    }

    /** Has a batch pending again. */
    void forget(BatchId batch) {
        changed = true;
        transaction.forget(batch);
    }

    /** Leaves a file that was taken out before: somebody asked again. */
    void alreadyUnloaded(HistoryFile file) {
        results.add(new FileResult(file.version(), FileAction.UNLOADED, FileCounts.ZERO, "already unloaded"));
    }

    void run(List<PlannedFile> plan) {
        // Of files with one content the first by plan order enters, the others are its copies.
        Map<Content, List<PlannedFile>> entering = new LinkedHashMap<>();
        for (PlannedFile planned : plan) {
            if (planned.action().enters()) {
                entering.computeIfAbsent(Content.of(planned.version()), content -> new ArrayList<>())
                        .add(planned);
            }
        }
        List<StagedFile> staged = staging.stage(entering.values());
        rememberCopiesOfLoaded(plan);
        changed |= new GivingWay(transaction, restatements, staged).of(plan);
        enter(entering, staged);
        plan.forEach(this::rememberOthers);
    }

    /** Before anything leaves: a copy takes over the rows of an original that leaves in this very run. */
    private void rememberCopiesOfLoaded(List<PlannedFile> plan) {
        for (PlannedFile planned : plan) {
            HistoryFile original = planned.copyOf();
            if (original != null) {
                rememberCopy(planned, original.id(), original.version());
            }
        }
    }

    private void rememberCopy(PlannedFile planned, FileId original, FileVersion originalVersion) {
        FileId id = remember(planned, FileState.COPY, null, original);
        if (planned.candidate().sourceRejected() > 0) {
            sourceRejects(id, planned.candidate());
        }
        results.add(new FileResult(
                planned.version(), FileAction.COPY, FileCounts.ZERO, "same content as " + originalVersion.key()));
    }

    /** A later batch with the same content: its source changed in records that can't be read, or it was read again. */
    private void renewSourceRejects(PlannedFile planned) {
        BatchId batch = planned.version().batch();
        HistoryFile known = planned.known();
        if (batch == null || known == null) {
            return;
        }
        BatchId before = known.version().batch();
        if (before == null || batch.compareTo(before) > 0) {
            changed = true;
            sourceRejects(known.id(), planned.candidate());
        }
    }

    private void sourceRejects(FileId id, Candidate candidate) {
        transaction.sourceRejects(id, candidate.version(), candidate.sourceRejected(), candidate.sourceRejects());
    }

    private void enter(Map<Content, List<PlannedFile>> entering, List<StagedFile> staged) {
        List<StagedFile> accepted =
                staged.stream().filter(file -> file.refusal() == null).toList();
        Map<FileId, FileCounts> counts = new HashMap<>();
        changed |= !accepted.isEmpty();
        if (!staged.isEmpty()) {
            // Also where all were refused: what is staged of them goes now, before anybody counts.
            List<FileCounts> entered = transaction.enter(accepted);
            restatements.entered(accepted);
            for (int i = 0; i < accepted.size(); i++) {
                counts.put(accepted.get(i).file().id(), entered.get(i));
            }
        }
        for (StagedFile file : staged) {
            List<PlannedFile> sameContent = entering.get(Content.of(file.file().version()));
            conclude(
                    Objects.requireNonNull(sameContent),
                    file,
                    counts.get(file.file().id()));
        }
    }

    private void conclude(List<PlannedFile> sameContent, StagedFile staged, @Nullable FileCounts counts) {
        FileRefusedException refusal = staged.refusal();
        if (refusal != null) {
            refuse(sameContent.get(0), staged.file().id(), message(refusal));
            sameContent.stream().skip(1).forEach(copy -> refuse(copy, staging.id(copy), message(refusal)));
            return;
        }
        PlannedFile first = sameContent.get(0);
        results.add(new FileResult(first.version(), first.action(), Objects.requireNonNull(counts), null));
        sameContent.stream()
                .skip(1)
                .forEach(copy -> rememberCopy(copy, staged.file().id(), first.version()));
    }

    private static String message(FileRefusedException refusal) {
        return refusal.reason().code() + ": " + refusal.messageWithoutHeader();
    }

    private void rememberOthers(PlannedFile planned) {
        FileAction action = planned.action();
        if (action == FileAction.UNCHANGED) {
            unchanged++;
            renewSourceRejects(planned);
            return;
        }
        if (action.enters() || action == FileAction.COPY) {
            return;
        }
        if (action == FileAction.REFUSED) {
            refuse(planned, staging.id(planned), refusal(planned));
            return;
        }
        if (action == FileAction.OVERWRITTEN && planned.known() == null) {
            remember(planned, FileState.SUPERSEDED, planned.message(), null);
        }
        results.add(new FileResult(planned.version(), action, FileCounts.ZERO, planned.message()));
    }

    private static String refusal(PlannedFile planned) {
        var refusal = planned.candidate().refusal();
        return refusal == null ? planned.message() + "" : refusal.code() + ": " + refusal.message();
    }

    private void refuse(PlannedFile planned, FileId id, String why) {
        changed = true;
        transaction.remember(id, planned.version(), FileState.FAILED, why, null);
        results.add(new FileResult(planned.version(), FileAction.REFUSED, FileCounts.ZERO, why));
    }

    private FileId remember(PlannedFile planned, FileState state, @Nullable String error, @Nullable FileId copyOf) {
        changed = true;
        FileId id = staging.id(planned);
        transaction.remember(id, planned.version(), state, error, copyOf);
        return id;
    }
}
