package dev.wau.testing.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.testing.aws.S3Server;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedshiftStandInTest {

    private static final String FILES = "CREATE TABLE files (number BIGINT DISTKEY, name VARCHAR(65535) ENCODE ZSTD,"
            + " happened_at TIMESTAMP, details SUPER, bytes VARBYTE(100)) COMPOUND SORTKEY(happened_at, name)";

    private static S3Server s3;
    private static RedshiftStandIn redshift;

    @BeforeAll
    static void start() throws IOException {
        s3 = S3Server.start();
        redshift = RedshiftStandIn.start(s3.uri());
    }

    @AfterAll
    static void stop() throws IOException {
        redshift.close();
        s3.close();
    }

    @Test
    void preparedStatementsAndBatchesWorkInTransactions() throws SQLException {
        String url = redshift.url();
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(FILES);
            connection.setAutoCommit(false);
            insert(connection, 10);
            assertThat(number(url, "SELECT COUNT(*) FROM files")).isZero();
            connection.commit();
            assertThat(number(url, "SELECT COUNT(*) FROM files")).isEqualTo(10);
            insert(connection, 10);
            connection.rollback();
            assertThat(number(url, "SELECT COUNT(*) FROM files")).isEqualTo(10);
        }
    }

    private static void insert(Connection connection, int rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO files VALUES (?, ?, ?, JSON_PARSE(?), ?)")) {
            for (int i = 0; i < rows; i++) {
                insert.setLong(1, i);
                insert.setString(2, "name " + i);
                insert.setObject(3, LocalDateTime.of(2026, 2, 3, 4, 5, 6, 789_012_000));
                insert.setString(4, "{\"a\":1}");
                insert.setBytes(5, new byte[] {0, 1, -1});
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Test
    void valuesComeBackAsTheyWere() throws SQLException {
        try (Connection connection = redshift.connect(redshift.url());
                Statement statement = connection.createStatement()) {
            statement.execute(FILES);
            insert(connection, 1);
            try (ResultSet rows = statement.executeQuery(
                    "SELECT number, name, happened_at, JSON_SERIALIZE(details), bytes FROM files")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isZero();
                assertThat(rows.getString(2)).isEqualTo("name 0");
                assertThat(rows.getObject(3, LocalDateTime.class))
                        .isEqualTo(LocalDateTime.of(2026, 2, 3, 4, 5, 6, 789_012_000));
                assertThat(rows.getString(4)).isEqualTo("{\"a\":1}");
                assertThat(rows.getBytes(5)).containsExactly(0, 1, -1);
            }
        }
    }

    private static long number(String url, String query) throws SQLException {
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void temporaryTablesOutliveTheTransaction() throws SQLException {
        String url = redshift.url();
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TEMP TABLE staged DISTKEY(number) AS SELECT 7::BIGINT AS number");
            connection.commit();
            assertThat(number(statement, "SELECT number FROM staged")).isEqualTo(7);
            assertFails(url, "SELECT number FROM staged", "42P01");
        }
    }

    @Test
    void aLockLetsOthersWaitAndTheySeeWhatWasCommitted() throws SQLException {
        String url = redshift.url();
        execute(url, "CREATE TABLE wau_writer (number BIGINT)");
        try (Connection holder = redshift.connect(url);
                Statement holding = holder.createStatement()) {
            holder.setAutoCommit(false);
            holding.execute("LOCK wau_writer");
            holding.execute("INSERT INTO wau_writer VALUES (1)");
            CompletableFuture<Long> waiter = CompletableFuture.supplyAsync(() -> lockAndCount(url));
            assertThatThrownBy(() -> waiter.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            holder.commit();
            assertThat(waiter.join()).isEqualTo(1);
        }
    }

    private static long lockAndCount(String url) {
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK wau_writer");
            return number(statement, "SELECT COUNT(*) FROM wau_writer");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTransactionSeesWhatItsFirstQuerySaw() throws SQLException {
        String url = redshift.url();
        execute(url, "CREATE TABLE numbers (number BIGINT)");
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(number(statement, "SELECT COUNT(*) FROM numbers")).isZero();
            execute(url, "INSERT INTO numbers VALUES (1)");
            assertThat(number(statement, "SELECT COUNT(*) FROM numbers")).isZero();
        }
    }

    @Test
    void twoThatChangeTheSameRowViolateSerializableIsolation() throws SQLException {
        String url = redshift.url();
        execute(url, "CREATE TABLE numbers (number BIGINT)");
        execute(url, "INSERT INTO numbers VALUES (1)");
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            number(statement, "SELECT COUNT(*) FROM numbers");
            execute(url, "UPDATE numbers SET number = 2");
            assertThatThrownBy(() -> statement.execute("UPDATE numbers SET number = 3"))
                    .hasMessageContaining("Serializable isolation violation")
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("XX000"));
        }
    }

    @Test
    void whatIsNotDocumentedIsRefusedAndFailsTheTransaction() throws SQLException {
        String url = redshift.url();
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            number(statement, "SELECT 1");
            assertThatThrownBy(() -> statement.execute("SELECT 1::UUID"))
                    .hasMessageContaining("not on the list of documented SQL: UUID in SELECT 1::UUID")
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("0A000"));
            assertThatThrownBy(() -> statement.execute("SELECT 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25P02"));
        }
        assertThat(redshift.statements()).contains("SELECT 1::UUID");
    }

    @Test
    void textsAreOrderedByTheirBytesAndCountedInBytes() throws SQLException {
        String url = redshift.url();
        execute(url, "CREATE TABLE texts (name VARCHAR(4), bytes VARBYTE(2))");
        execute(url, "INSERT INTO texts (name) VALUES ('a'), ('Z'), ('\u00e4\u00e4'), ('\u0131')");
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM texts ORDER BY name")) {
            StringBuilder names = new StringBuilder();
            while (rows.next()) {
                names.append(rows.getString(1)).append(' ');
            }
            assertThat(names).hasToString("Z a \u00e4\u00e4 \u0131 ");
        }
        assertFails(url, "INSERT INTO texts (name) VALUES ('\u00e4\u00e4\u00e4')", "23514");
    }

    @Test
    void functionsOfDatesCountBoundariesAsRedshiftDoes() throws SQLException {
        try (Connection connection = redshift.connect(redshift.url());
                Statement statement = connection.createStatement()) {
            String dates = "TIMESTAMP '2008-12-31 23:59:59.999999', TIMESTAMP '2009-01-01 00:00:00'";
            for (String part : List.of("year", "quarter", "month", "day", "hour", "minute", "second", "microsecond")) {
                assertThat(number(statement, "SELECT DATEDIFF(" + part + ", " + dates + ")"))
                        .isEqualTo(1);
            }
            assertThat(number(statement, "SELECT DATEDIFF(week, DATE '2009-01-01', DATE '2009-12-31')"))
                    .isEqualTo(52);
            assertThat(
                            number(
                                    statement,
                                    "SELECT DATEDIFF(microsecond, TIMESTAMP '1970-01-01', DATEADD(day, -1, TIMESTAMP '1970-01-01'))"))
                    .isEqualTo(-86_400_000_000L);
            assertThat(number(statement, "SELECT EXTRACT(epoch FROM DATEADD(second, 5, TIMESTAMP '1970-01-01')) + 1"))
                    .isEqualTo(6);
        }
    }

    @Test
    void theCatalogTellsTablesAndColumns() throws SQLException {
        String url = redshift.url();
        execute(url, FILES);
        assertThat(number(
                        url, "SELECT COUNT(*) FROM svv_tables WHERE table_name = 'files' AND table_schema = 'public'"))
                .isEqualTo(1);
        assertThat(number(
                        url,
                        "SELECT ordinal_position FROM svv_columns WHERE table_name = 'files' AND data_type = 'super'"))
                .isEqualTo(4);
    }

    @Test
    void settingsOfTheSessionAreTaken() throws SQLException {
        try (Connection connection = redshift.connect(redshift.url());
                Statement statement = connection.createStatement()) {
            statement.execute("SET query_group TO 'wau'");
            try (ResultSet rows = statement.executeQuery("SHOW query_group")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("wau");
            }
        }
    }

    @Test
    void aPasswordIsAskedFor() {
        String url = redshift.url() + "&user=" + RedshiftStandIn.USER + "&password=wrong";
        assertThatThrownBy(() -> DriverManager.getConnection(url))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"));
    }

    @Test
    void resultsComeInPortionsAndBySimpleProtocol() throws SQLException {
        String url = redshift.url();
        execute(url, "CREATE TABLE numbers (number BIGINT)");
        execute(url, "INSERT INTO numbers VALUES (1), (2), (3), (4), (5)");
        try (Connection connection = redshift.connect(url + "&preferQueryMode=simple");
                Statement statement = connection.createStatement()) {
            assertThat(number(statement, "SELECT COUNT(*) FROM numbers")).isEqualTo(5);
            assertThatThrownBy(() -> statement.execute("SELECT unnest(1)")).hasMessageContaining("unnest");
            assertThat(number(statement, "SELECT SUM(number) FROM numbers")).isEqualTo(15);
        }
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(2);
            try (ResultSet rows = statement.executeQuery("SELECT number FROM numbers ORDER BY number")) {
                long sum = 0;
                while (rows.next()) {
                    sum = sum * 10 + rows.getLong(1);
                }
                assertThat(sum).isEqualTo(12_345);
            }
        }
    }

    private static void assertFails(String url, String sql, String sqlState) {
        assertThatThrownBy(() -> execute(url, sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(sqlState));
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
