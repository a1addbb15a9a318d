package dev.wau.testing.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.testing.postgresql.TestingPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RedshiftFaultTest {

    private static RedshiftStandIn redshift;
    private static String url;

    private Connection connection;
    private Statement statement;

    @BeforeAll
    static void start() throws IOException, SQLException {
        // Nothing is copied here.
        redshift = RedshiftStandIn.start(URI.create("http://127.0.0.1:1"));
        url = redshift.url();
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE numbers (number BIGINT)");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        redshift.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = redshift.connect(url);
        statement = connection.createStatement();
        statement.execute("DELETE FROM numbers");
        connection.setAutoCommit(false);
        statement.execute("INSERT INTO numbers VALUES (1)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void aCommitThatIsCutBeforeItKeepsNothing() throws SQLException {
        redshift.failNext(Pattern.compile("^COMMIT"), RedshiftFault.cutBefore());
        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        assertThat(committed()).isZero();
    }

    @Test
    void aCommitThatIsCutAfterItKeepsEverything() throws SQLException {
        redshift.failNext(Pattern.compile("^COMMIT"), RedshiftFault.cutAfter());
        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void aStatementOfItsOwnTransactionThatIsCutAfterItIsCommitted() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        redshift.failNext(Pattern.compile("^INSERT"), RedshiftFault.cutAfter());
        assertThatThrownBy(() -> statement.execute("INSERT INTO numbers VALUES (2)"))
                .isInstanceOf(SQLException.class);
        assertThat(committed()).isEqualTo(2);
    }

    @Test
    void aFailureFailsTheTransactionOnce() throws SQLException {
        redshift.failNext(Pattern.compile("VALUES \\(2\\)"), RedshiftFault.serializableIsolationViolation());
        statement.execute("INSERT INTO numbers VALUES (3)");
        assertThatThrownBy(() -> statement.execute("INSERT INTO numbers VALUES (2)"))
                .hasMessageContaining("1023")
                .hasMessageContaining("Serializable isolation violation")
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("XX000"));
        connection.rollback();
        statement.execute("INSERT INTO numbers VALUES (2)");
        connection.commit();
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void aFailedCommitKeepsNothing() throws SQLException {
        redshift.failNext(Pattern.compile("^COMMIT"), RedshiftFault.failure("57014", "cancelled"));
        assertThatThrownBy(connection::commit)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
        connection.rollback();
        assertThat(committed()).isZero();
    }

    @Test
    void aPauseIsEndedByTheStatementsTimeOut() throws SQLException {
        statement.execute("SET statement_timeout TO 100");
        redshift.failNext(Pattern.compile("COUNT"), RedshiftFault.pause(Duration.ofSeconds(20)));
        assertThatThrownBy(() -> statement.executeQuery("SELECT COUNT(*) FROM numbers"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
    }

    @Test
    void aPausePassesAndTheStatementIsCarriedOut() throws SQLException {
        redshift.failNext(Pattern.compile("COUNT"), RedshiftFault.pause(Duration.ofMillis(50)));
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM numbers")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(1);
        }
    }

    @Test
    void aCancelEndsTheStatement() throws Exception {
        redshift.failNext(Pattern.compile("COUNT"), RedshiftFault.pause(Duration.ofSeconds(20)));
        CompletableFuture<Boolean> running = CompletableFuture.supplyAsync(this::isCancelled);
        waitUntilItPauses();
        statement.cancel();
        assertThat(running.get()).isTrue();
    }

    /** A cancel that comes before the statement is lost, and the driver sends no second one. */
    private static void waitUntilItPauses() {
        String schema = TestingPostgres.newSchema();
        TestingPostgres.execute(schema, """
                DO $$ BEGIN
                    WHILE NOT EXISTS (SELECT FROM pg_stat_activity WHERE query LIKE '%pg_sleep(20000 %'
                                      AND state = 'active' AND pid <> pg_backend_pid()) LOOP
                        PERFORM pg_sleep(0.01);
                        PERFORM pg_stat_clear_snapshot();
                    END LOOP;
                END $$""");
        TestingPostgres.drop(schema);
    }

    private boolean isCancelled() {
        try {
            statement.executeQuery("SELECT COUNT(*) FROM numbers").close();
            return false;
        } catch (SQLException e) {
            return e.getSQLState().equals("57014");
        }
    }

    private static long committed() throws SQLException {
        try (Connection other = redshift.connect(url);
                Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM numbers")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
