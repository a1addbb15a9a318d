package dev.wau.testing.warehouse;

import dev.wau.load.FileToLoad;
import dev.wau.load.StagedFile;
import dev.wau.model.FileId;
import dev.wau.model.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The content of one file as staged.
 *
 * @param columns further columns that its cells need
 */
record MemoryFile(StagedFile staged, List<MemoryRow> rows, List<StagedReject> rejects, SortedSet<String> columns) {

    /** A reject and where it was made. */
    record StagedReject(String stage, Reject reject) {}

    MemoryFile(StagedFile refused) {
        this(refused, List.of(), List.of(), new TreeSet<>());
    }

    /** The same content, of a source of which aggregation rejected this. */
    MemoryFile withSource(MemorySource source) {
        FileToLoad file = staged.file();
        FileToLoad renewed = new FileToLoad(
                file.id(),
                file.version(),
                file.object(),
                file.rules(),
                file.reading(),
                null,
                null,
                source.rejected(),
                source.rejects());
        List<StagedReject> all = new ArrayList<>(source.staged());
        rejects.stream().filter(reject -> reject.stage().equals("load")).forEach(all::add);
        StagedFile counted = new StagedFile(
                renewed,
                staged.records(),
                staged.rejected(),
                staged.firstEvent(),
                staged.lastEvent(),
                staged.refusal());
        return new MemoryFile(counted, rows, all, columns);
    }

    /** The same content under another file's number. */
    MemoryFile of(FileId other) {
        return new MemoryFile(staged, rows.stream().map(row -> row.of(other)).toList(), rejects, columns);
    }
}
