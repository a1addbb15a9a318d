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
            assertThat(TestingSql.number(redshift, url, "SELECT COUNT(*) FROM files"))
                    .isZero();
            connection.commit();
            assertThat(TestingSql.number(redshift, url, "SELECT COUNT(*) FROM files"))
                    .isEqualTo(10);
            insert(connection, 10);
            connection.rollback();
            assertThat(TestingSql.number(redshift, url, "SELECT COUNT(*) FROM files"))
                    .isEqualTo(10);
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

    @Test
    void temporaryTablesOutliveTheTransaction() throws SQLException {
        String url = redshift.url();
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TEMP TABLE staged DISTKEY(number) AS SELECT 7::BIGINT AS number");
            connection.commit();
            assertThat(TestingSql.number(statement, "SELECT number FROM staged"))
                    .isEqualTo(7);
            TestingSql.assertFails(redshift, url, "SELECT number FROM staged", "42P01");
        }
    }

    @Test
    void whatIsNotDocumentedIsRefusedAndFailsTheTransaction() throws SQLException {
        String url = redshift.url();
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            TestingSql.number(statement, "SELECT 1");
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
    void theDriverSeesThatItIsAlive() throws SQLException {
        try (Connection connection = redshift.connect(redshift.url())) {
            assertThat(connection.isValid(5)).isTrue();
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
        TestingSql.execute(redshift, url, "CREATE TABLE numbers (number BIGINT)");
        TestingSql.execute(redshift, url, "INSERT INTO numbers VALUES (1), (2), (3), (4), (5)");
        try (Connection connection = redshift.connect(url + "&preferQueryMode=simple");
                Statement statement = connection.createStatement()) {
            assertThat(TestingSql.number(statement, "SELECT COUNT(*) FROM numbers"))
                    .isEqualTo(5);
            assertThatThrownBy(() -> statement.execute("SELECT unnest(1)")).hasMessageContaining("unnest");
            assertThat(TestingSql.number(statement, "SELECT SUM(number) FROM numbers"))
                    .isEqualTo(15);
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
}
