package dev.wau.catalog.schema;

import dev.wau.csv.AuditLogRecord;
import dev.wau.csv.FileColumn;
import dev.wau.csv.FileLayout;
import dev.wau.model.Customer;
import dev.wau.model.Digests;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.Sha256;
import dev.wau.model.WauException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the schema of the files that are read. For one thread, once. */
public final class SchemaSink implements FileSink {

    private static final int MOST_LAYOUTS = 1_000;
    private static final int MOST_COLUMNS = 10_000;

    private final Discretion discretion;
    private final Map<String, ColumnSketch> sketches = new LinkedHashMap<>();
    private final Map<List<String>, Long> layouts = new LinkedHashMap<>();
    private final Set<Sha256> further = new HashSet<>();
    private ColumnSketch[] here = {};
    private @Nullable Customer customer;
    private @Nullable ObjectKey file;

    /** @param discretion which columns' values must not be shown */
    public SchemaSink(Discretion discretion) {
        this.discretion = discretion;
    }

    @Override
    public void file(ObjectKey newFile, Customer owner, FileLayout layout) {
        file = newFile;
        customer = owner;
        List<FileColumn> columns = layout.columns();
        here = new ColumnSketch[columns.size()];
        for (FileColumn column : columns) {
            ColumnSketch sketch = sketches.computeIfAbsent(column.name(), name -> sketch(column, newFile));
            sketch.file(column.index());
            here[column.index()] = sketch;
        }
        List<String> header = layout.header();
        if (layouts.size() < MOST_LAYOUTS || layouts.containsKey(header)) {
            layouts.merge(header, 1L, Long::sum);
        } else if (further.size() < FilesSchema.MOST_LAYOUTS) {
            further.add(Digests.sha256(String.join("\0", header)));
        }
    }

    @Override
    public void record(AuditLogRecord record) {
        if (customer == null || file == null) {
            throw new IllegalStateException("No file was begun");
        }
        for (int column = 0; column < here.length; column++) {
            here[column].take(record, column, customer, file);
        }
    }

    /** What was seen. */
    public FilesSchema schema(CrawledFiles crawled) {
        List<String> order = order();
        List<ColumnSchema> columns = new ArrayList<>();
        for (String name : order) {
            columns.add(sketch(name).schema());
        }
        long inOrder = layouts.entrySet().stream()
                .filter(entry -> begins(order, entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new FilesSchema(crawled, columns, layouts.size() + further.size(), inOrder, layouts);
    }

    /** Names that never come again are data in the header's place. */
    private ColumnSketch sketch(FileColumn column, ObjectKey newFile) {
        if (sketches.size() >= MOST_COLUMNS) {
            throw new WauException(
                    ErrorCode.LIMIT_REACHED,
                    "Cannot crawl: the files have more than " + MOST_COLUMNS + " different column names, the next in "
                            + newFile + " (is its first line a header? 'wau inspect' shows it; --sample FILES looks at"
                            + " fewer)");
        }
        return new ColumnSketch(column, newFile, discretion);
    }

    private ColumnSketch sketch(String name) {
        ColumnSketch sketch = sketches.get(name);
        if (sketch == null) {
            throw new IllegalStateException("No such column");
        }
        return sketch;
    }

    /** Of equally frequent headers the longest, then the first. */
    private List<String> order() {
        Set<String> names = new LinkedHashSet<>();
        layouts.entrySet().stream()
                .max(Comparator.<Map.Entry<List<String>, Long>>comparingLong(Map.Entry::getValue)
                        .thenComparingInt(entry -> entry.getKey().size())
                        .thenComparing(entry -> String.join(",", entry.getKey()), Comparator.reverseOrder()))
                .ifPresent(most -> names.addAll(most.getKey()));
        names.addAll(sketches.keySet());
        return List.copyOf(names);
    }

    private static boolean begins(List<String> order, List<String> header) {
        return header.size() <= order.size() && order.subList(0, header.size()).equals(header);
    }
}
