package dev.wau.catalog.schema;

import dev.wau.csv.AuditLogRecord;
import dev.wau.csv.FileColumn;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of one column while files are read: a bounded amount, however many. For one thread. */
final class ColumnSketch {

    private static final int MOST_SHAPES = 64;
    private static final int SHOWN_SHAPES = 3;

    /** Shapes are examples: the first values of each file are enough. */
    private static final int SHAPED_A_FILE = 1_000;

    private final FileColumn first;
    private final ObjectKey firstFile;
    private final boolean shown;
    private final EnumSet<ValueType> left = EnumSet.complementOf(EnumSet.of(ValueType.STRING));
    private final Map<ValueType, Refutation> refuted = new EnumMap<>(ValueType.class);
    private final TreeMap<Integer, Long> positions = new TreeMap<>();
    private final Map<String, Long> shapes = new HashMap<>();
    private final FewValues few = new FewValues();
    private long files;
    private long records;
    private long filled;
    private int longest;
    private int shapedHere;

    ColumnSketch(FileColumn first, ObjectKey firstFile, Discretion discretion) {
        this.first = first;
        this.firstFile = firstFile;
        this.shown = discretion.shows(first);
    }

    /** A file has it. */
    void file(int position) {
        files++;
        positions.merge(position, 1L, Long::sum);
        shapedHere = 0;
    }

    void take(AuditLogRecord record, int column, Customer customer, ObjectKey file) {
        records++;
        int length = record.length(column);
        if (length == 0) {
            return;
        }
        filled++;
        longest = Math.max(longest, length);
        byte[] bytes = record.bytes(column);
        int start = record.start(column);
        if (!left.isEmpty()) {
            left.removeIf(type -> refutes(type, record, column, file));
        }
        if (shown && few.counts(length)) {
            few.add(record.text(column), customer);
        }
        if (shown && shapedHere < SHAPED_A_FILE) {
            shapedHere++;
            String shape = ValueShape.of(bytes, start, length);
            if (shapes.size() < MOST_SHAPES || shapes.containsKey(shape)) {
                shapes.merge(shape, 1L, Long::sum);
            }
        }
    }

    private boolean refutes(ValueType type, AuditLogRecord record, int column, ObjectKey file) {
        byte[] bytes = record.bytes(column);
        int start = record.start(column);
        int length = record.length(column);
        if (type.holds(bytes, start, length)) {
            return false;
        }
        String shape = shown ? ValueShape.of(bytes, start, length) : Refutation.NOT_SHOWN;
        refuted.put(type, new Refutation(file, record.line(), shape));
        return true;
    }

    ColumnSchema schema() {
        ValueType type = filled == 0 || left.isEmpty()
                ? ValueType.STRING
                : left.iterator().next();
        return new ColumnSchema(
                first, firstFile, type, files, records, filled, longest, positions, refuted, examples());
    }

    private List<String> examples() {
        List<String> values = few.shown();
        return values.isEmpty()
                ? shapes.entrySet().stream()
                        .sorted(Comparator.<Map.Entry<String, Long>>comparingLong(entry -> -entry.getValue())
                                .thenComparing(Map.Entry::getKey))
                        .limit(SHOWN_SHAPES)
                        .map(Map.Entry::getKey)
                        .toList()
                : values;
    }
}
