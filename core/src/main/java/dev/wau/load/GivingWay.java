package dev.wau.load;

import dev.wau.model.FileId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes out the versions that others replace, and those that are to enter again in their own place. */
final class GivingWay {

    private final LoadTransaction transaction;
    private final Restatements restatements;
    private final Set<FileId> entering = new HashSet<>();
    private final List<HistoryFile> superseded = new ArrayList<>();
    private final List<HistoryFile> again = new ArrayList<>();

    GivingWay(LoadTransaction transaction, Restatements restatements, List<StagedFile> staged) {
        this.transaction = transaction;
        this.restatements = restatements;
        staged.stream()
                .filter(file -> file.refusal() == null)
                .forEach(file -> entering.add(file.file().id()));
    }

    /** Whether there were any. */
    boolean of(List<PlannedFile> plan) {
        boolean any = false;
        for (PlannedFile planned : plan) {
            planned.leaving().forEach(this::sort);
            any |= !planned.leaving().isEmpty();
        }
        leave(superseded, FileState.SUPERSEDED);
        leave(again, FileState.LOADED);
        return any;
    }

    private void sort(HistoryFile old) {
        if (old.state() == FileState.LOADED) {
            (entering.contains(old.id()) ? again : superseded).add(old);
        } else {
            transaction.remember(old.id(), old.version(), FileState.SUPERSEDED, null, null);
        }
    }

    private void leave(List<HistoryFile> files, FileState state) {
        if (!files.isEmpty()) {
            List<FileId> ids = files.stream().map(HistoryFile::id).toList();
            restatements.left(files, transaction.leave(ids, state));
        }
    }
}
