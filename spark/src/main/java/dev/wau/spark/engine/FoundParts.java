package dev.wau.spark.engine;

import dev.wau.load.FileToLoad;
import dev.wau.load.StagedFile;
import dev.wau.model.FileId;
import dev.wau.warehouse.parts.Part;
import dev.wau.warehouse.parts.WrittenParts;
import dev.wau.warehouse.sql.Feeding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;

/** The parts that tasks wrote, as they arrive; the feeding is told each file's result, and its progress what was read. */
final class FoundParts implements ObjIntConsumer<TaskReply> {

    private final Feeding feeding;
    private final List<TaskFiles> work;
    private final Map<FileId, FileToLoad> files = new HashMap<>();
    private final List<Part> rows = new ArrayList<>();
    private final List<Part> rejects = new ArrayList<>();

    FoundParts(Feeding feeding, List<TaskFiles> work) {
        this.feeding = feeding;
        this.work = work;
        feeding.files().forEach(file -> files.put(file.file().id(), file.file()));
    }

    @Override
    public void accept(TaskReply reply, int piece) {
        TaskReply.Written written = (TaskReply.Written) reply;
        rows.addAll(written.rows());
        rejects.addAll(written.rejects());
        TaskFiles read = work.get(piece);
        for (int i = 0; i < read.files().size(); i++) {
            FileId id = new FileId(read.files().get(i).id());
            feeding.done(staged(
                    Objects.requireNonNull(files.get(id)), written.files().get(i)));
        }
        feeding.progress().advance(read.bytes(), read.files().size());
    }

    private static StagedFile staged(FileToLoad file, TaskReply.Outcome outcome) {
        Refusal refusal = outcome.refusal();
        return new StagedFile(
                file,
                outcome.records(),
                outcome.rejected(),
                outcome.first(),
                outcome.last(),
                refusal == null ? null : refusal.exception());
    }

    /** All that were written, once all arrived. */
    WrittenParts parts() {
        return new WrittenParts(rows, rejects);
    }
}
