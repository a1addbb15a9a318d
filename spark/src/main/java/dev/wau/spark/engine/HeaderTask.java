package dev.wau.spark.engine;

import dev.wau.csv.FileLayout;
import dev.wau.load.FileToLoad;
import dev.wau.model.FileId;
import dev.wau.store.ObjectStore;
import dev.wau.warehouse.sql.FileHeader;
import dev.wau.warehouse.sql.FileHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;

/** Reads the headers of its files. */
final class HeaderTask extends ClusterTask {

    HeaderTask(Broadcast<byte[]> plan) {
        super(plan);
    }

    @Override
    TaskReply reply(TaskContext context, TaskPlan common, TaskFiles files) {
        try (ObjectStore.Reading reading = files.open(ExecutorStores.of(common.central()))) {
            List<FileToLoad> toLoad = files.files().stream()
                    .map(file -> file.toLoad(reading, common.rules()))
                    .toList();
            return reply(toLoad, FileHeaders.read(toLoad));
        }
    }

    private static TaskReply reply(List<FileToLoad> files, Map<FileId, FileHeader> headers) {
        Map<FileLayout, Integer> places = new LinkedHashMap<>();
        List<TaskReply.Headers.OfFile> found = new ArrayList<>();
        for (FileToLoad file : files) {
            FileHeader header = Objects.requireNonNull(headers.get(file.id()));
            if (header.refusal() != null) {
                found.add(new TaskReply.Headers.OfFile(-1, Refusal.of(header.refusal())));
            } else {
                FileLayout layout = Objects.requireNonNull(header.layout());
                int place = places.computeIfAbsent(layout, another -> places.size());
                found.add(new TaskReply.Headers.OfFile(place, null));
            }
        }
        return new TaskReply.Headers(List.copyOf(places.keySet()), found);
    }
}
