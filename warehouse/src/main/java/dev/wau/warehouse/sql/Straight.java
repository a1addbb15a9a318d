package dev.wau.warehouse.sql;

import dev.wau.csv.RowIdentity;
import dev.wau.load.FileToLoad;
import dev.wau.model.Customer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Whether the rows of files may be written straight: it must be known beforehand in which time they are, so that the rows
 * that the table has there are known to {@link Repeats}. Equal rows have equal times. A row outside of the time that was
 * expected of its file is set apart: a wrong expectation costs time, not truth.
 */
final class Straight {

    /** Where the table has more rows than this in the files' time, many of theirs must be equal to some of them. */
    private static final int MOST_TO_COMPARE = 1_000_000;

    /** Files of which nothing is expected may be one of so many bytes. */
    private static final int FEW = 10;

    private static final String COMPARED = """
            FROM staged_spans p JOIN wau_audit_logs t
                ON t.customer = p.customer AND t.event_time BETWEEN p.first_event_time AND p.last_event_time
            WHERE t.event_time BETWEEN ? AND ?""";

    private static final String COUNT = "SELECT count(*) FROM (SELECT 1 " + COMPARED + " LIMIT ?) x";

    private static final String HASHES = "SELECT t.event_hash " + COMPARED;

    private final Session session;
    private final RowIdentity identity;
    private final StagedSpans table;
    private final long lastFileId;
    private List<TimeSpans.Span> spans = List.of();
    private long compared;

    /**
     * @param lastFileId the highest number that files of earlier runs have: they may have rows already
     */
    Straight(Session session, RowIdentity identity, StagedSpans table, long lastFileId) {
        this.session = session;
        this.identity = identity;
        this.table = table;
        this.lastFileId = lastFileId;
    }

    boolean isWorthwhile(List<FileToFeed> files) {
        if (identity == RowIdentity.IDENTIFIER || !files.stream().allMatch(this::isNew) || !areMostlyExpected(files)) {
            return false;
        }
        if (identity == RowIdentity.FINGERPRINT) {
            Map<Customer, List<TimeSpans.Span>> ofCustomer = new TreeMap<>();
            files.stream()
                    .map(FileToFeed::file)
                    .filter(Straight::isExpected)
                    .forEach(file -> ofCustomer
                            .computeIfAbsent(file.version().customer(), customer -> new ArrayList<>())
                            .add(span(file)));
            spans = table.fill(ofCustomer);
            for (TimeSpans.Span span : spans) {
                compared += session.number(COUNT, span.first(), span.last(), MOST_TO_COMPARE + 1);
            }
        }
        return compared <= MOST_TO_COMPARE;
    }

    private boolean isNew(FileToFeed file) {
        return file.file().id().value() > lastFileId;
    }

    /** All rows of the others are set apart. */
    private static boolean areMostlyExpected(List<FileToFeed> files) {
        long all = 0;
        long unexpected = 0;
        for (FileToFeed file : files) {
            all += file.file().version().bytes();
            unexpected += isExpected(file.file()) ? 0 : file.file().version().bytes();
        }
        return unexpected * FEW <= all;
    }

    private static boolean isExpected(FileToLoad file) {
        return file.firstEvent() != null && file.lastEvent() != null;
    }

    /** In whole microseconds, as the tables have them: a warehouse would round. */
    private static TimeSpans.Span span(FileToLoad file) {
        return new TimeSpans.Span(
                Objects.requireNonNull(file.firstEvent()).truncatedTo(ChronoUnit.MICROS),
                Objects.requireNonNull(file.lastEvent()).truncatedTo(ChronoUnit.MICROS));
    }

    /** The same file, whose rows go straight in the time that is expected of it. */
    static FileToFeed expecting(FileToFeed file) {
        if (!isExpected(file.file())) {
            return file.between(Long.MAX_VALUE, Long.MIN_VALUE);
        }
        TimeSpans.Span span = span(file.file());
        return file.between(micros(span.first()), micros(span.last()));
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    /** Knows the hashes that the table has, if the rows go straight. */
    Repeats repeats(List<FileToFeed> files) {
        long bytes =
                files.stream().mapToLong(file -> file.file().version().bytes()).sum();
        if (compared > MOST_TO_COMPARE) {
            return new Repeats(bytes, 0);
        }
        Repeats repeats = new Repeats(bytes, compared);
        long[] hash = new long[2];
        for (TimeSpans.Span span : compared == 0 ? List.<TimeSpans.Span>of() : spans) {
            session.dialect()
                    .eachOfMany(
                            session,
                            HASHES,
                            row -> {
                                UUID uuid = session.dialect().hash(row, 1);
                                hash[0] = uuid.getLeastSignificantBits();
                                hash[1] = uuid.getMostSignificantBits();
                                repeats.take(hash, 1, new boolean[1]);
                            },
                            span.first(),
                            span.last());
        }
        return repeats;
    }
}
