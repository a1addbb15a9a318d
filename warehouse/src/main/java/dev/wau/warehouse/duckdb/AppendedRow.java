package dev.wau.warehouse.duckdb;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Appends rows of Java's values. */
final class AppendedRow {

    private AppendedRow() {}

    static void append(DuckDBAppender appender, List<@Nullable Object> row) throws SQLException {
        appender.beginRow();
        for (Object value : row) {
            if (value == null) {
                appender.appendNull();
            } else if (value instanceof Long number) {
                appender.append(number.longValue());
            } else if (value instanceof Integer number) {
                appender.append(number.intValue());
            } else if (value instanceof LocalDateTime time) {
                appender.append(time);
            } else if (value instanceof byte[] bytes) {
                appender.append(bytes);
            } else if (value instanceof UUID uuid) {
                appender.append(uuid);
            } else {
                appender.append((String) value);
            }
        }
        appender.endRow();
    }
}
