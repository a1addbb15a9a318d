package dev.wau.warehouse.sql;

import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.RunId;
import dev.wau.model.WauException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run says of files without rows, and of sources' rejects, until it is written: before anybody looks at the history.
 * A run may say it of very many files, and a statement for each would cost more than all else.
 */
final class Unwritten {

    /** More don't wait. */
    private static final int MOST = 10_000;

    private final Session session;
    private final RunId run;
    private final Map<FileId, HistoryFile> files = new LinkedHashMap<>();
    private final Map<FileId, SourceRejects.Change> sources = new LinkedHashMap<>();

    Unwritten(Session session, RunId run) {
        this.session = session;
        this.run = run;
    }

    /** The row of a file without rows; its rejects go. */
    void add(HistoryFile file) {
        makeRoom();
        sources.remove(file.id());
        files.put(file.id(), file);
    }

    /** What aggregation rejected of a file's source, anew. */
    void add(SourceRejects.Change change) {
        makeRoom();
        sources.put(change.file(), change);
    }

    private void makeRoom() {
        if (files.size() + sources.size() >= MOST) {
            write();
        }
    }

    /** Writes what waits. */
    void write() {
        if (!files.isEmpty()) {
            writeFiles();
            files.clear();
        }
        if (!sources.isEmpty()) {
            new SourceRejects(session).renew(sources, run);
            sources.clear();
        }
    }

    private void writeFiles() {
        Members ids = session.dialect()
                .numbers(session, files.keySet().stream().map(FileId::value).toList());
        requireNoRows(ids);
        session.update("DELETE FROM wau_rejects WHERE file_id IN (" + ids.sql() + ")", ids.with());
        HistoryFiles.write(session, files.values(), ids);
    }

    private void requireNoRows(Members ids) {
        List<FileId> loaded = session.list(
                "SELECT file_id FROM wau_files WHERE state = 'loaded' AND file_id IN (" + ids.sql() + ")",
                row -> new FileId(row.getLong(1)),
                ids.with());
        loaded.stream().findFirst().map(files::get).ifPresent(file -> {
            throw hasRows(file.id(), file.state());
        });
    }

    static WauException hasRows(FileId file, FileState state) {
        return new WauException(ErrorCode.INTERNAL, "Cannot remember file " + file + " as " + state + ": it has rows");
    }
}
