package dev.wau.catalog.prediction;

import dev.wau.catalog.prediction.PredictedMistake.Kind;
import dev.wau.catalog.schema.CrawledFiles;
import dev.wau.catalog.schema.FileSink;
import dev.wau.csv.AuditLogRecord;
import dev.wau.csv.FileLayout;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The table that Glue's crawler would make of {@code csv/}, by AWS's documentation: nothing of it was run on Glue. It takes the
 * built-in CSV classifier ({@link HeaderVerdict}), one table for all files ({@code CombineCompatibleSchemas}), and the SerDe
 * that the classifier names, LazySimpleSerDe, which cuts lines at commas and takes cells by position.
 *
 * <p>Where the documentation is silent, this assumes: files are met in the order of their keys; the table's columns are those
 * of the first file, then what later ones add; times are text. Mistakes are told as files end. For one thread, once.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/add-classifier.html">AWS: built-in classifiers</a>
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/crawler-grouping-policy.html">AWS: one schema for a path</a>
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/lazy-simple-serde.html">AWS: LazySimpleSerDe</a>
 */
public final class CrawlerPrediction implements FileSink {

    private final Consumer<PredictedMistake> told;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<String> columns = new ArrayList<>();
    private final List<PredictedType> types = new ArrayList<>();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> mistaken = new EnumMap<>(Kind.class);
    private @Nullable FileFacts here;

    /** @param told is given each mistake */
    public CrawlerPrediction(Consumer<PredictedMistake> told) {
        this.told = told;
    }

    @Override
    public void file(ObjectKey file, Customer customer, FileLayout layout) {
        here = new FileFacts(file, layout.header());
    }

    @Override
    public void record(AuditLogRecord record) {
        Objects.requireNonNull(here).take(record);
    }

    @Override
    public void end() {
        FileFacts file = Objects.requireNonNull(here);
        HeaderVerdict verdict = HeaderVerdict.of(file.header, file.types(), file.records);
        if (verdict == HeaderVerdict.NOT_CSV) {
            tell(Kind.FILE_NOT_CSV, file, 0, file.records, verdict.words() + ", so it isn't in the table");
            return;
        }
        merge(file, verdict);
        if (verdict != HeaderVerdict.RECOGNISED) {
            tell(
                    Kind.HEADER_NOT_RECOGNISED,
                    file,
                    1,
                    1,
                    verdict.words() + ": its columns are called col1 to col" + file.header.size()
                            + ", and its header is read as a record");
        }
        elsewhere(file);
        lines(file);
    }

    private void merge(FileFacts file, HeaderVerdict verdict) {
        for (int column = 0; column < file.header.size(); column++) {
            String name = file.name(verdict, column);
            PredictedType type = file.types().get(column);
            Integer place = places.putIfAbsent(name, columns.size());
            if (place == null) {
                columns.add(name);
                types.add(type);
            } else {
                types.set(place, PredictedType.both(types.get(place), type));
            }
        }
    }

    private void elsewhere(FileFacts file) {
        for (int column = 0; column < file.header.size(); column++) {
            // Where two headers are one in small letters, the table has fewer columns than the file.
            String lands = column < columns.size() ? columns.get(column) : null;
            String header = file.header.get(column);
            if (file.filled[column] > 0 && !header.toLowerCase(Locale.ROOT).equals(lands)) {
                tell(new PredictedMistake(
                        Kind.CELL_IN_OTHER_COLUMN,
                        file.key,
                        file.firstLine[column],
                        header,
                        lands,
                        file.filled[column],
                        lands == null
                                ? "cells of this column are beyond the table's last one, and lost"
                                : "cells of this column are taken for those of " + lands));
            }
        }
    }

    private void lines(FileFacts file) {
        if (file.lineBreaks.count > 0) {
            tell(
                    Kind.LINE_BREAK_ENDS_RECORD,
                    file,
                    file.lineBreaks.line,
                    file.lineBreaks.count,
                    "line breaks in quotes end records: so many records more than there are");
        }
        if (file.commas.count > 0) {
            tell(
                    Kind.COMMA_ENDS_CELL,
                    file,
                    file.commas.line,
                    file.commas.count,
                    "commas in quotes end cells: in so many records, what follows is one column further");
        }
        if (file.quotes.count > 0) {
            tell(
                    Kind.QUOTES_IN_VALUE,
                    file,
                    file.quotes.line,
                    file.quotes.count,
                    "doubled and enclosing quotes stay in the values of so many records");
        }
    }

    private void tell(Kind kind, FileFacts file, long line, long count, String message) {
        tell(new PredictedMistake(kind, file.key, line, null, null, count, message));
    }

    private void tell(PredictedMistake mistake) {
        counts.merge(mistake.kind(), mistake.count(), Long::sum);
        mistaken.merge(mistake.kind(), 1L, Long::sum);
        told.accept(mistake);
    }

    /** The table; after the last file, once. */
    public PredictedTable table(CrawledFiles crawled) {
        boolean hive =
                crawled.unread().stream().anyMatch(file -> file.file().path().startsWith("csv/customer="));
        if (!columns.isEmpty() || hive) {
            tell(
                    new PredictedMistake(
                            Kind.CUSTOMER_TWICE,
                            null,
                            0,
                            "customer",
                            hive ? "customer" : "partition_0",
                            1,
                            hive
                                    ? "folders are called customer=..., so a partition column has a column's name: engines refuse"
                                            + " the table"
                                    : "the customers' folders become the partition column partition_0, beside the column customer"));
        }
        List<PredictedTable.Column> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            all.add(new PredictedTable.Column(columns.get(i), types.get(i).label()));
        }
        return new PredictedTable(all, mistaken, counts);
    }
}
