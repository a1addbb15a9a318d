package dev.wau.spark.engine;

import dev.wau.csv.FileLayout;
import dev.wau.model.FileId;
import dev.wau.warehouse.sql.FileHeader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** The headers that tasks read, as they arrive. Equal layouts are one object: files have few different ones. */
final class FoundHeaders implements ObjIntConsumer<TaskReply> {

    private final List<TaskFiles> work;
    private final Map<FileLayout, FileLayout> different = new HashMap<>();
    private final Map<FileId, FileHeader> headers = new HashMap<>();

    FoundHeaders(List<TaskFiles> work) {
        this.work = work;
    }

    @Override
    public void accept(TaskReply reply, int piece) {
        TaskReply.Headers found = (TaskReply.Headers) reply;
        List<FileLayout> layouts = found.layouts().stream()
                .map(layout -> different.computeIfAbsent(layout, one -> one))
                .toList();
        List<TaskFile> files = work.get(piece).files();
        for (int i = 0; i < files.size(); i++) {
            headers.put(new FileId(files.get(i).id()), header(found.files().get(i), layouts));
        }
    }

    private static FileHeader header(TaskReply.Headers.OfFile found, List<FileLayout> layouts) {
        Refusal refusal = found.refusal();
        return refusal == null
                ? new FileHeader(layouts.get(found.layout()), null)
                : new FileHeader(null, refusal.exception());
    }

    /** Each file's, once all arrived. */
    Map<FileId, FileHeader> headers() {
        return headers;
    }
}
