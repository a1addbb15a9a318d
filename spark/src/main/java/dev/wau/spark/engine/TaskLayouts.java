package dev.wau.spark.engine;

import dev.wau.csv.FileLayout;
import dev.wau.warehouse.sql.FileToFeed;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Numbers the layouts of files: equal ones are one object ({@link FoundHeaders}), so no header is compared again. */
final class TaskLayouts {

    private final IdentityHashMap<FileLayout, Integer> places = new IdentityHashMap<>();
    private final List<TaskPlan.Layout> different = new ArrayList<>();

    /** The number of a file's. */
    int place(FileToFeed file) {
        return places.computeIfAbsent(file.layout(), another -> {
            different.add(new TaskPlan.Layout(file.layout(), file.cells()));
            return different.size() - 1;
        });
    }

    /** Those that have a number, in the order of these. */
    List<TaskPlan.Layout> different() {
        return different;
    }
}
