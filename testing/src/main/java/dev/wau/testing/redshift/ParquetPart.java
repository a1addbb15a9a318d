package dev.wau.testing.redshift;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The rows of one Parquet file, read as COPY reads them: columns by their place, types that fit, lengths in bytes. */
final class ParquetPart implements AutoCloseable {

    private final S3Location file;
    private final List<TargetColumn> columns;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private long row;

    private ParquetPart(S3Location file, List<TargetColumn> columns, Connection connection, Path copy)
            throws SQLException {
        this.file = file;
        this.columns = columns;
        this.connection = connection;
        statement = connection.createStatement();
        rows = statement.executeQuery("SELECT * FROM read_parquet('" + copy + "')");
    }

    /** Reads the file's copy on this machine's disk. */
    static ParquetPart of(S3Location file, Path copy, List<TargetColumn> columns) throws IOException, LoadFailure {
        Properties streaming = new Properties();
        streaming.setProperty("jdbc_stream_results", "true");
        try {
            return open(file, columns, DriverManager.getConnection("jdbc:duckdb:", streaming), copy);
        } catch (SQLException e) {
            throw LoadFailure.of(file, "The file is not in the Parquet format");
        }
    }

    private static ParquetPart open(S3Location file, List<TargetColumn> columns, Connection connection, Path copy)
            throws SQLException, LoadFailure {
        try {
            ParquetPart part = new ParquetPart(file, columns, connection, copy);
            part.requireFit();
            return part;
        } catch (SQLException | LoadFailure e) {
            connection.close();
            throw e;
        }
    }

    private void requireFit() throws SQLException, LoadFailure {
        ResultSetMetaData metadata = rows.getMetaData();
        if (metadata.getColumnCount() != columns.size()) {
            throw LoadFailure.of(
                    file,
                    "Unmatched number of columns between table and file. Table columns: " + columns.size()
                            + ", Data columns: " + metadata.getColumnCount());
        }
        for (int i = 0; i < columns.size(); i++) {
            String type = metadata.getColumnTypeName(i + 1);
            if (!columns.get(i).takes(type)) {
                throw LoadFailure.of(
                        file,
                        columns.get(i),
                        "The file has an incompatible Parquet schema for column '"
                                + columns.get(i).name() + "'. Column type: "
                                + columns.get(i).type() + ", Parquet type: " + type);
            }
        }
    }

    boolean next() throws LoadFailure {
        try {
            row++;
            return rows.next();
        } catch (SQLException e) {
            throw LoadFailure.of(file, "The file is damaged at row " + row);
        }
    }

    /** The row as a line of PostgreSQL's text format. */
    void appendTo(StringBuilder line) throws LoadFailure {
        for (int i = 0; i < columns.size(); i++) {
            appendValue(line, columns.get(i), i + 1);
            line.append(i < columns.size() - 1 ? '\t' : '\n');
        }
    }

    private void appendValue(StringBuilder line, TargetColumn column, int index) throws LoadFailure {
        try {
            switch (column.type()) {
                case "character varying" -> appendText(line, column, rows.getString(index));
                case "bytea" -> appendBytes(line, column, rows.getBytes(index));
                default -> line.append(plain(index));
            }
        } catch (SQLException e) {
            throw LoadFailure.of(file, row, column, "The value cannot be read");
        }
    }

    /** A number, a date or a time. */
    private String plain(int index) throws SQLException {
        Object value = rows.getObject(index);
        if (value instanceof OffsetDateTime time) {
            return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime().toString();
        }
        return value == null ? "\\N" : rows.getString(index);
    }

    private void appendText(StringBuilder line, TargetColumn column, @Nullable String text) throws LoadFailure {
        if (text == null) {
            line.append("\\N");
            return;
        }
        requireLength(column, text.getBytes(StandardCharsets.UTF_8).length);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(letter);
            }
        }
    }

    private void appendBytes(StringBuilder line, TargetColumn column, byte @Nullable [] bytes) throws LoadFailure {
        if (bytes == null) {
            line.append("\\N");
            return;
        }
        requireLength(column, bytes.length);
        line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
    }

    private void requireLength(TargetColumn column, int bytes) throws LoadFailure {
        if (bytes > column.length()) {
            throw LoadFailure.of(
                    file,
                    row,
                    column,
                    "The length of the data column " + column.name() + " is longer than the length defined in the"
                            + " table. Table: " + column.length() + ", Data: " + bytes);
        }
    }

    @Override
    public void close() throws IOException {
        try (connection;
                statement) {
            rows.close();
        } catch (SQLException e) {
            throw new IOException("Cannot close the reading of " + file, e);
        }
    }
}
