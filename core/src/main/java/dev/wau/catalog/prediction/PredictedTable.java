package dev.wau.catalog.prediction;

import java.util.List;
import java.util.Map;

/**
 * The table that Glue's crawler would make.
 *
 * @param columns in their order, without the partition column
 * @param mistakes how many of each kind
 * @param counts how many cells, records or lines those are
 */
public record PredictedTable(
        List<Column> columns, Map<PredictedMistake.Kind, Long> mistakes, Map<PredictedMistake.Kind, Long> counts) {

    public PredictedTable {
        columns = List.copyOf(columns);
        mistakes = Map.copyOf(mistakes);
        counts = Map.copyOf(counts);
    }

    /** One column. */
    public record Column(String name, String type) {}
}
