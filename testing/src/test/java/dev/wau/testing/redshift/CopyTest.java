package dev.wau.testing.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.testing.aws.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

final class CopyTest {

    private static final String STAGED = "CREATE TEMP TABLE staged (number BIGINT, line INTEGER, name VARCHAR(10),"
            + " happened_at TIMESTAMP, details VARBYTE(1000))";

    private static final String ROW = "SELECT 1::BIGINT AS number, 2::INTEGER AS line, 'name' AS name,"
            + " TIMESTAMP '2026-02-03 04:05:06.789012' AS happened_at, '{}'::BLOB AS details";

    private static S3Server s3;
    private static RedshiftStandIn redshift;
    private static String bucket;
    private static String url;

    @TempDir
    private Path folder;

    private Connection connection;
    private Statement statement;

    @BeforeAll
    static void start() throws IOException {
        s3 = S3Server.start();
        bucket = s3.makeBucket();
        redshift = RedshiftStandIn.start(s3.uri());
        url = redshift.url();
    }

    @AfterAll
    static void stop() throws IOException {
        redshift.close();
        s3.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = redshift.connect(url);
        statement = connection.createStatement();
        statement.execute(STAGED);
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void thePartsOfAManifestEnterInTheTransaction() throws SQLException, IOException {
        copy(manifest(part("one", ROW), part("two", ROW.replace("1::", "5::"))));
        assertThat(numbers()).containsExactly(1L, 5L);
        connection.rollback();
        assertThat(numbers()).isEmpty();
        copy(manifest(part("one", ROW)));
        connection.commit();
        connection.rollback();
        assertThat(numbers()).containsExactly(1L);
    }

    @Test
    void valuesStayAsTheyAre() throws SQLException, IOException {
        copy(manifest(part(
                "texts",
                "SELECT NULL::BIGINT, NULL::INTEGER, 'a' || chr(9) || chr(92) || chr(10) || 'ß',"
                        + " NULL::TIMESTAMP, '\\x00\\xFF'::BLOB")));
        try (ResultSet rows = statement.executeQuery("SELECT number, name, happened_at, details FROM staged")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getObject(1)).isNull();
            assertThat(rows.getString(2)).isEqualTo("a\t\\\nß");
            assertThat(rows.getObject(3)).isNull();
            assertThat(rows.getBytes(4)).containsExactly(0, -1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMESTAMP '2026-02-03 04:05:06.789012'", "TIMESTAMPTZ '2026-02-03 04:05:06.789012+00'"})
    void timesEnterAsUtcWhetherTheFileSaysSoOrNot(String time) throws SQLException, IOException {
        copy(manifest(part("times", "SELECT * REPLACE (" + time + " AS happened_at) FROM (" + ROW + ")")));
        try (ResultSet rows = statement.executeQuery("SELECT happened_at FROM staged")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getObject(1, LocalDateTime.class))
                    .isEqualTo(LocalDateTime.of(2026, 2, 3, 4, 5, 6, 789_012_000));
        }
    }

    @Test
    void aMandatoryFileThatIsMissingFailsIt() throws SQLException, IOException {
        String missing = "{\"url\":\"s3://" + bucket + "/nowhere\",\"mandatory\":true,\"meta\":{\"content_length\":1}}";
        assertFails(manifest(missing, part("there", ROW)), "The specified S3 file does not exist", "nowhere", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"meta\":{}", ",\"meta\":{\"content_length\":7}"})
    void aLengthThatIsMissingOrWrongFailsIt(String meta) throws SQLException, IOException {
        part("length", ROW);
        String entry = "{\"url\":\"s3://" + bucket + "/length\",\"mandatory\":true" + meta + "}";
        assertFails(manifest(entry), "content_length", "length", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SELECT *, 1 AS more FROM (${row}); Unmatched number of columns;",
                "SELECT * EXCLUDE details FROM (${row}); Unmatched number of columns;",
                "SELECT * REPLACE (2::BIGINT AS line) FROM (${row}); incompatible Parquet schema; line",
                "SELECT * REPLACE (1::INTEGER AS number) FROM (${row}); incompatible Parquet schema; number",
                "SELECT * REPLACE ('{}' AS details) FROM (${row}); incompatible Parquet schema; details",
                "SELECT * REPLACE ('aa'::BLOB AS name) FROM (${row}); incompatible Parquet schema; name",
                "SELECT * REPLACE (repeat('x', 1001)::BLOB AS details) FROM (${row}); Table: 1000, Data: 1001; details",
                "SELECT * REPLACE ('ßßßßßß' AS name) FROM (${row}); Table: 10, Data: 12; name"
            })
    void whatDoesNotFitTheTableFailsIt(String query, String message, @Nullable String column)
            throws SQLException, IOException {
        String good = part("good", ROW);
        assertFails(manifest(good, part("bad", query.replace("${row}", ROW))), message, "bad", column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FORMAT AS PARQUET",
                "IAM_ROLE default MANIFEST",
                "IAM_ROLE default FORMAT AS PARQUET MANIFEST MAXERROR 3",
                "IAM_ROLE default FORMAT AS PARQUET MANIFEST FILLRECORD",
                "IAM_ROLE 'a key' FORMAT AS PARQUET MANIFEST",
                "IAM_ROLE default FORMAT AS CSV MANIFEST"
            })
    void anotherCopyThanOursIsRefused(String options) {
        assertThatThrownBy(() -> statement.execute("COPY staged FROM 's3://b/m' " + options))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void columnsMayBeNamed() throws SQLException, IOException {
        String manifest = manifest(part("few", "SELECT 3::INTEGER, 9::BIGINT"));
        statement.execute("COPY staged (line, \"number\") FROM '" + manifest
                + "' IAM_ROLE 'arn:aws:iam::0:role/r' FORMAT PARQUET MANIFEST");
        assertThat(numbers()).containsExactly(9L);
    }

    @Test
    void theLastCopysNumberIsOfOneThatLoaded() throws SQLException, IOException {
        assertThat(TestingSql.number(statement, "SELECT PG_LAST_COPY_ID()")).isEqualTo(-1);
        connection.commit();
        assertThatThrownBy(() -> copy("s3://" + bucket + "/nowhere")).isInstanceOf(SQLException.class);
        connection.rollback();
        assertThat(TestingSql.number(statement, "SELECT PG_LAST_COPY_ID()")).isEqualTo(-1);
        copy(manifest(part("one", ROW)));
        assertThat(TestingSql.number(statement, "SELECT PG_LAST_COPY_ID()")).isPositive();
    }

    @Test
    void manyRowsStreamThroughIt() throws SQLException, IOException {
        copy(manifest(part("many", ROW.replace("1::BIGINT AS number", "range AS number") + " FROM range(50000)")));
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*), PG_LAST_COPY_COUNT() FROM staged")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(50_000);
            assertThat(rows.getLong(2)).isEqualTo(50_000);
        }
    }

    @Test
    void aTableThatIsMissingIsSaid() {
        assertThatThrownBy(() ->
                        statement.execute("COPY nowhere FROM 's3://b/m' IAM_ROLE default FORMAT AS PARQUET MANIFEST"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42P01"));
    }

    private void assertFails(String manifest, String message, String file, @Nullable String column)
            throws SQLException, IOException {
        assertThatThrownBy(() -> copy(manifest))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("XX000"));
        assertThatThrownBy(() -> statement.execute("SELECT 1"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25P02"));
        connection.rollback();
        assertThat(numbers()).isEmpty();
        try (ResultSet rows = statement.executeQuery("SELECT file_name, column_name, error_message, line_number"
                + " FROM sys_load_error_detail WHERE session_id = PG_BACKEND_PID()")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("s3://" + bucket + "/" + file);
            assertThat(rows.getString(2)).isEqualTo(column);
            assertThat(rows.getString(3)).contains(message);
            assertThat(rows.next()).isFalse();
        }
    }

    private List<Long> numbers() throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT number FROM staged ORDER BY number")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    private void copy(String manifest) throws SQLException {
        statement.execute("COPY staged FROM '" + manifest + "' IAM_ROLE default FORMAT AS PARQUET MANIFEST");
    }

    /** A part's entry in a manifest. */
    private String part(String key, String query) throws SQLException, IOException {
        Path file = folder.resolve(key);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement writing = duckdb.createStatement()) {
            writing.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        }
        s3.client().putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
        return "{\"url\":\"s3://" + bucket + "/" + key + "\",\"mandatory\":true,\"meta\":{\"content_length\":"
                + Files.size(file) + "}}";
    }

    private static String manifest(String... entries) {
        s3.client()
                .putObject(
                        request -> request.bucket(bucket).key("manifest"),
                        RequestBody.fromString("{\"entries\":[" + String.join(",", entries) + "]}"));
        return "s3://" + bucket + "/manifest";
    }
}
