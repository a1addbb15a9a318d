package dev.wau.spark.engine;

import dev.wau.csv.FileLayout;
import dev.wau.load.ColumnPlan;
import dev.wau.store.StorePlace;
import java.io.Serializable;
import java.util.List;

/**
 * What all tasks of a job have in common. Each executor gets it once.
 *
 * @param central where the files are, and where the parts go
 * @param prefix under which the parts go; empty where none are written
 * @param rules by which the files are read
 * @param columns the text columns of the rows, in order
 * @param layouts the different ones of the files, which are few
 */
record TaskPlan(StorePlace central, String prefix, TaskRules rules, List<String> columns, List<Layout> layouts)
        implements Serializable {

    TaskPlan {
        columns = List.copyOf(columns);
        layouts = List.copyOf(layouts);
    }

    /** A layout, and where its cells go. */
    record Layout(FileLayout layout, List<ColumnPlan.Cell> cells) implements Serializable {

        Layout {
            cells = List.copyOf(cells);
        }
    }
}
