package dev.wau.catalog.schema;

import dev.wau.csv.FileColumn;
import dev.wau.model.ObjectKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One column of the files, by its header name.
 *
 * @param column as its first file has it: name, role, and where its cells go in the warehouse
 * @param firstFile the first file, of those looked at, that has it
 * @param type that every value has; {@code STRING} where there is none
 * @param files how many files have it
 * @param records how many records of theirs were looked at
 * @param filled how many of those have a value
 * @param longest value in bytes
 * @param positions where it stands in its files, from 0, and in how many
 * @param refuted for each type that not every value has: the first that hasn't
 * @param examples values or shapes, without personal data; may be empty
 */
public record ColumnSchema(
        FileColumn column,
        ObjectKey firstFile,
        ValueType type,
        long files,
        long records,
        long filled,
        int longest,
        SortedMap<Integer, Long> positions,
        Map<ValueType, Refutation> refuted,
        List<String> examples) {

    public ColumnSchema {
        positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
        refuted = Map.copyOf(refuted);
        examples = List.copyOf(examples);
    }

    /** As the header writes it. */
    public String name() {
        return column.name();
    }

    /** The share of records with nothing there, 0 to 1. */
    public double emptyShare() {
        return records == 0 ? 1 : (double) (records - filled) / records;
    }

    /** The first value that isn't of a type; empty if all are. */
    public Optional<Refutation> refutes(ValueType asked) {
        return Optional.ofNullable(refuted.get(asked));
    }
}
