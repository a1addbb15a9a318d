package dev.wau.testing.redshift;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What {@code sys_load_error_detail} tells: written beside the client's transaction, which is rolled back. */
final class LoadErrors {

    /** What the reader of columnar files calls a value or column that doesn't fit. */
    static final int CODE = 15_001;

    private static final String INSERT = "INSERT INTO sys_load_error_detail VALUES"
            + " (100, ?, 0, ?, ?, 0, ?, left(?, 256), ?, ?, left(?, 10), ?, 0, " + CODE + ", left(?, 512))";

    private final String database;
    private final int process;

    /** @param process the one that copies, as {@code PG_BACKEND_PID} says */
    LoadErrors(String database, int process) {
        this.database = database;
        this.process = process;
    }

    void add(long query, LoadFailure failure) {
        TargetColumn column = failure.column();
        try (Connection connection = DriverManager.getConnection(Databases.url(database));
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, query);
            insert.setInt(2, process);
            insert.setString(3, database);
            insert.setObject(4, LocalDateTime.now(ZoneOffset.UTC));
            insert.setString(5, failure.file());
            insert.setLong(6, failure.line());
            insert.setString(7, column == null ? null : column.name());
            insert.setString(8, column == null ? null : column.type());
            insert.setString(9, length(column));
            insert.setString(10, failure.message());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write sys_load_error_detail", e);
        }
    }

    private static @Nullable String length(@Nullable TargetColumn column) {
        return column == null || column.length() == 0 ? null : Integer.toString(column.length());
    }
}
