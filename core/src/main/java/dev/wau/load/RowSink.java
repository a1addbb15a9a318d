package dev.wau.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a query's result row by row, so that it need not fit into memory. Called on the query's thread. */
public interface RowSink {

    /** The columns' names, in order; called once, first. */
    void columns(List<String> names);

    /** One row: values as {@link QueryResult} has them. */
    void row(List<@Nullable Object> values);
}
