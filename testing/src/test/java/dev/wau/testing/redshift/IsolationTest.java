package dev.wau.testing.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class IsolationTest {

    private final RedshiftStandIn redshift = SharedRedshift.standIn();

    @Test
    void aLockLetsOthersWaitAndTheySeeWhatWasCommitted() throws SQLException {
        String url = redshift.url();
        TestingSql.execute(redshift, url, "CREATE TABLE wau_writer (number BIGINT)");
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

    private long lockAndCount(String url) {
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK wau_writer");
            return TestingSql.number(statement, "SELECT COUNT(*) FROM wau_writer");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTransactionSeesWhatItsFirstQuerySaw() throws SQLException {
        String url = redshift.url();
        TestingSql.execute(redshift, url, "CREATE TABLE numbers (number BIGINT)");
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(TestingSql.number(statement, "SELECT COUNT(*) FROM numbers"))
                    .isZero();
            TestingSql.execute(redshift, url, "INSERT INTO numbers VALUES (1)");
            assertThat(TestingSql.number(statement, "SELECT COUNT(*) FROM numbers"))
                    .isZero();
        }
    }

    @Test
    void twoThatChangeTheSameRowViolateSerializableIsolation() throws SQLException {
        String url = redshift.url();
        TestingSql.execute(redshift, url, "CREATE TABLE numbers (number BIGINT)");
        TestingSql.execute(redshift, url, "INSERT INTO numbers VALUES (1)");
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            TestingSql.number(statement, "SELECT COUNT(*) FROM numbers");
            TestingSql.execute(redshift, url, "UPDATE numbers SET number = 2");
            assertThatThrownBy(() -> statement.execute("UPDATE numbers SET number = 3"))
                    .hasMessageContaining("Serializable isolation violation")
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("XX000"));
        }
    }
}
