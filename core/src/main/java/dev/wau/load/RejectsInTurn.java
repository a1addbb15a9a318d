package dev.wau.load;

import dev.wau.load.LoadHistory.HistoryReject;
import dev.wau.model.FileId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Hands out the kept rejects of several files' loads in the order of files and lines, a page in memory at a time. */
final class RejectsInTurn {

    private static final int PAGE = 1_000;

    private final LoadHistory history;
    private final Collection<FileId> files;
    private final Queue<HistoryReject> page = new ArrayDeque<>();
    private FileId lastFile = new FileId(1);
    private long lastLine;
    private boolean ended;

    RejectsInTurn(LoadHistory history, Collection<FileId> files) {
        this.history = history;
        this.files = files;
    }

    /** The next reject of this file, left where it is; null when it has no more. Those of files before are passed over. */
    @Nullable
    HistoryReject peek(FileId file) {
        while (fill() && page.element().file().id().compareTo(file) < 0) {
            page.remove();
        }
        HistoryReject next = page.peek();
        return next != null && next.file().id().equals(file) ? next : null;
    }

    /** Passes over the reject that {@link #peek} gave. */
    void pass() {
        page.remove();
    }

    private boolean fill() {
        if (page.isEmpty() && !ended) {
            List<HistoryReject> more = history.loadRejects(files, lastFile, lastLine, PAGE);
            ended = more.size() < PAGE;
            page.addAll(more);
            if (!more.isEmpty()) {
                HistoryReject last = more.get(more.size() - 1);
                lastFile = last.file().id();
                lastLine = last.line();
            }
        }
        return !page.isEmpty();
    }
}
