package dev.wau.warehouse.redshift;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.duckdb.ParquetColumn;
import dev.wau.warehouse.duckdb.ParquetParts;
import dev.wau.warehouse.parts.LocalPartEngine;
import dev.wau.warehouse.parts.Part;
import dev.wau.warehouse.parts.StagingArea;
import dev.wau.warehouse.parts.TemporaryFolder;
import dev.wau.warehouse.sql.Session;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows that what a Parquet part holds arrives as it is, at the ends of what our columns may hold. Used by one thread. */
final class TypesCheck {

    private static final String CREATE = """
            CREATE TABLE doctor_types (
                line BIGINT, amount INTEGER, event_time TIMESTAMP, event VARCHAR(65535), details VARBYTE(16777216))""";

    private static final String READ = """
            SELECT line, amount, DATEDIFF(microsecond, TIMESTAMP '1970-01-01 00:00:00', event_time), event
            FROM doctor_types ORDER BY line""";

    private static final List<ParquetColumn> COLUMNS = List.of(
            new ParquetColumn("line", "BIGINT"),
            new ParquetColumn("amount", "INTEGER"),
            new ParquetColumn("event_time", "TIMESTAMP"),
            new ParquetColumn("event", "VARCHAR"),
            new ParquetColumn("details", "BLOB"));

    private static final String EURO = "\u20ac";

    private static final List<Sample> SAMPLES = List.of(
            new Sample(1, Integer.MAX_VALUE, "1969-12-31T23:59:59.999999", "", "{\"a\":\"\"}"),
            new Sample(
                    2,
                    Integer.MIN_VALUE,
                    "9999-12-31T23:59:59.999999",
                    "x".repeat(65_535),
                    "{\"b\":\"1\",\"a\":\"2\"}"),
            new Sample(3, 0, "1582-10-15T00:00:00.000001", EURO.repeat(21_845), "{\"" + EURO + "\":\"\ud83d\ude00\"}"),
            new Sample(4, 1, "2025-06-30T12:00:00", "a\"b\\c\nd\te", "{\"t\":\"\\\"\\\\\\n\\u0001/\"}"),
            new Sample(5, null, null, null, null));

    private final RedshiftConnections connections;
    private final StagingArea area;

    /** A row, with what is absent as null. */
    private record Sample(
            long line,
            @Nullable Integer amount,
            @Nullable String time,
            @Nullable String text,
            @Nullable String details) {

        List<@Nullable Object> cells() {
            return Arrays.asList(
                    line,
                    amount,
                    time == null ? null : LocalDateTime.parse(time),
                    text,
                    details == null ? null : details.getBytes(StandardCharsets.UTF_8));
        }

        @Nullable
        Long micros() {
            return time == null
                    ? null
                    : ChronoUnit.MICROS.between(
                            LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), LocalDateTime.parse(time));
        }
    }

    TypesCheck(RedshiftConnections connections, StagingArea area) {
        this.connections = connections;
        this.area = area;
    }

    /** Numbers, times and texts. */
    void copy() {
        try (Session session = connections.session()) {
            session.update(CREATE);
            List<String> names = COLUMNS.stream().map(ParquetColumn::name).toList();
            new RedshiftCopy(connections).into(session, "doctor_types", names, parts(), area);
            List<List<@Nullable Object>> found = session.list(READ, TypesCheck::row);
            requireEqual(found.size(), SAMPLES.size(), "number of rows");
            for (int i = 0; i < found.size(); i++) {
                Sample sample = SAMPLES.get(i);
                requireEqual(found.get(i).get(0), sample.amount(), "INTEGER of row " + sample.line());
                requireEqual(found.get(i).get(1), sample.micros(), "microseconds of row " + sample.line());
                requireEqual(found.get(i).get(2), sample.text(), "text of row " + sample.line());
            }
        }
    }

    private static List<@Nullable Object> row(ResultSet row) throws SQLException {
        return Arrays.asList(row.getObject(2), row.getObject(3), row.getString(4));
    }

    /** The way of the details: bytes to SUPER and back. */
    void details() {
        try (Session session = connections.session()) {
            session.update("CREATE TABLE doctor_details (line BIGINT, details SUPER)");
            session.update("INSERT INTO doctor_details (line, details)"
                    + " SELECT line, JSON_PARSE(details) FROM doctor_types");
            List<@Nullable String> found = new ArrayList<>();
            session.each(
                    "SELECT JSON_SERIALIZE_TO_VARBYTE(details) FROM doctor_details ORDER BY line",
                    row -> found.add(utf8(row.getBytes(1))));
            for (Sample sample : SAMPLES) {
                requireEqual(found.get((int) sample.line() - 1), sample.details(), "details of row " + sample.line());
            }
        }
    }

    private static @Nullable String utf8(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private List<Part> parts() {
        try (TemporaryFolder folder = TemporaryFolder.create("wau-doctor-");
                ParquetParts parquet = ParquetParts.open(folder.path(), 1, LocalPartEngine.MEMORY)) {
            return parquet.table(COLUMNS, SAMPLES.stream().map(Sample::cells).toList()).stream()
                    .map(file -> area.store().store(file.path(), "types-" + area.next() + ".parquet", file.rows()))
                    .toList();
        }
    }

    private static void requireEqual(@Nullable Object found, @Nullable Object wanted, String what) {
        if (!Objects.equals(found, wanted)) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED,
                    "The " + what + " came back as " + shown(found) + ", not as " + shown(wanted)
                            + " (don't load into this warehouse, and report this)");
        }
    }

    private static String shown(@Nullable Object value) {
        String text = value instanceof String ? "'" + value + "'" : String.valueOf(value);
        return text.length() > 40 ? text.substring(0, 40) + "... (" + text.length() + " characters)" : text;
    }
}
