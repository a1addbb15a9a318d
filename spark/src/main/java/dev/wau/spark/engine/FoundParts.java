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
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;

/**
 * The parts that tasks wrote, as they arrive; the feeding is told each file's result, and its progress what was read. The
 * parts of a file's ranges count when all of them are there, and none was lost.
 */
final class FoundParts {

    private final Feeding feeding;
    private final Map<FileId, FileToLoad> files = new HashMap<>();
    private final Map<Long, FoundRanges> ranges = new HashMap<>();
    private final List<Part> rows = new ArrayList<>();
    private final List<Part> rejects = new ArrayList<>();

    FoundParts(Feeding feeding) {
        this.feeding = feeding;
        feeding.files().forEach(file -> files.put(file.file().id(), file.file()));
    }

    /** Takes the replies of this work's tasks. */
    ObjIntConsumer<TaskReply> of(List<TaskFiles> work) {
        work.stream()
                .map(task -> task.files().get(0))
                .filter(file -> file.range() != null)
                .forEach(file -> ranges.computeIfAbsent(file.id(), id -> new FoundRanges())
                        .expect());
        return (reply, piece) -> take((TaskReply.Written) reply, work.get(piece));
    }

    private void take(TaskReply.Written written, TaskFiles task) {
        if (task.files().get(0).range() == null) {
            takeFiles(written, task);
        } else {
            takeRange(written, task.files().get(0));
        }
    }

    private void takeFiles(TaskReply.Written written, TaskFiles task) {
        add(written);
        for (int i = 0; i < task.files().size(); i++) {
            done(task.files().get(i).id(), written.files().get(i));
        }
        feeding.progress().advance(task.bytes(), task.files().size());
    }

    private void takeRange(TaskReply.Written written, TaskFile file) {
        FoundRanges found = Objects.requireNonNull(ranges.get(file.id()));
        found.take(written, file.bytesToRead());
        feeding.progress().advance(file.bytesToRead(), 0);
        if (!found.isWhole()) {
            return;
        }
        if (found.isLost()) {
            feeding.progress().advance(-found.bytes(), 0);
            return;
        }
        found.written().forEach(this::add);
        done(file.id(), found.outcome());
        feeding.progress().advance(file.bytes() - found.bytes(), 1);
    }

    private void add(TaskReply.Written written) {
        rows.addAll(written.rows());
        rejects.addAll(written.rejects());
    }

    private void done(long id, TaskReply.Outcome outcome) {
        FileToLoad file = Objects.requireNonNull(files.get(new FileId(id)));
        Refusal refusal = outcome.refusal();
        feeding.done(new StagedFile(
                file,
                outcome.records(),
                outcome.rejected(),
                outcome.first(),
                outcome.last(),
                refusal == null ? null : refusal.exception()));
    }

    /** The files whose ranges can't be trusted, once all arrived: they must be read in one go. */
    Set<Long> lost() {
        return ranges.entrySet().stream()
                .filter(entry -> entry.getValue().isLost())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** All that were written, once all arrived. */
    WrittenParts parts() {
        return new WrittenParts(rows, rejects);
    }
}
