package dev.wau.catalog.prediction;

import dev.wau.csv.AuditLogRecord;
import dev.wau.model.ObjectKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one file's cells would do to a reader that goes by line and position. For one thread. */
final class FileFacts {

    final ObjectKey key;
    final List<String> header;
    final long[] filled;
    final long[] firstLine;
    private final @Nullable PredictedType[] types;
    long records;

    /** Records with line breaks in cells: the first one's line, and how many records more they would make. */
    final Occurrences lineBreaks = new Occurrences();

    final Occurrences commas = new Occurrences();
    final Occurrences quotes = new Occurrences();

    FileFacts(ObjectKey key, List<String> header) {
        this.key = key;
        this.header = header;
        this.filled = new long[header.size()];
        this.firstLine = new long[header.size()];
        this.types = new PredictedType[header.size()];
    }

    /** How often, and where first. */
    static final class Occurrences {
        long count;
        long line;

        void add(long more, long atLine) {
            if (more > 0) {
                line = count == 0 ? atLine : line;
                count += more;
            }
        }
    }

    void take(AuditLogRecord record) {
        records++;
        long breaks = 0;
        boolean comma = false;
        boolean quote = false;
        for (int column = 0; column < filled.length; column++) {
            int length = record.length(column);
            if (length > 0) {
                byte[] bytes = record.bytes(column);
                int start = record.start(column);
                firstLine[column] = filled[column] == 0 ? record.line() : firstLine[column];
                filled[column]++;
                types[column] = PredictedType.both(types[column], PredictedType.of(bytes, start, length));
                breaks += lineBreaks(bytes, start, length);
                comma = comma || has(bytes, start, length, ',');
                quote = quote || has(bytes, start, length, '"');
            }
        }
        lineBreaks.add(breaks, record.line());
        commas.add(comma ? 1 : 0, record.line());
        quotes.add(quote ? 1 : 0, record.line());
    }

    /** The types of the columns; text where there is no value. */
    List<PredictedType> types() {
        return Arrays.stream(types)
                .map(type -> Objects.requireNonNullElse(type, PredictedType.STRING))
                .toList();
    }

    /** What the classifier calls the columns: by the header, in small letters, or {@code col1}, {@code col2}, ... */
    String name(HeaderVerdict verdict, int column) {
        return verdict == HeaderVerdict.RECOGNISED ? header.get(column).toLowerCase(Locale.ROOT) : "col" + (column + 1);
    }

    /** A line ends at LF, at CR, and at both together. */
    private static int lineBreaks(byte[] bytes, int start, int length) {
        int breaks = 0;
        for (int i = start; i < start + length; i++) {
            boolean crOfPair = bytes[i] == '\r' && i + 1 < start + length && bytes[i + 1] == '\n';
            if (bytes[i] == '\n' || (bytes[i] == '\r' && !crOfPair)) {
                breaks++;
            }
        }
        return breaks;
    }

    private static boolean has(byte[] bytes, int start, int length, char wanted) {
        for (int i = start; i < start + length; i++) {
            if (bytes[i] == wanted) {
                return true;
            }
        }
        return false;
    }
}
