package dev.wau.testing.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Single statements, each in a session of its own where it says no other. */
final class TestingSql {

    private TestingSql() {}

    static void execute(RedshiftStandIn redshift, String url, String sql) throws SQLException {
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(RedshiftStandIn redshift, String url, String query) throws SQLException {
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement()) {
            return number(statement, query);
        }
    }

    static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static void assertFails(RedshiftStandIn redshift, String url, String sql, String sqlState) {
        assertThatThrownBy(() -> execute(redshift, url, sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(sqlState));
    }
}
