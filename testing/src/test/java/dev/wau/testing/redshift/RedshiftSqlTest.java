package dev.wau.testing.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RedshiftSqlTest {

    private final RedshiftStandIn redshift = SharedRedshift.standIn();

    @Test
    void textsAreOrderedByTheirBytesAndCountedInBytes() throws SQLException {
        String url = redshift.url();
        TestingSql.execute(redshift, url, "CREATE TABLE texts (name VARCHAR(4), bytes VARBYTE(2))");
        TestingSql.execute(redshift, url, "INSERT INTO texts (name) VALUES ('a'), ('Z'), ('\u00e4\u00e4'), ('\u0131')");
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM texts ORDER BY name")) {
            StringBuilder names = new StringBuilder();
            while (rows.next()) {
                names.append(rows.getString(1)).append(' ');
            }
            assertThat(names).hasToString("Z a \u00e4\u00e4 \u0131 ");
        }
        TestingSql.assertFails(redshift, url, "INSERT INTO texts (name) VALUES ('\u00e4\u00e4\u00e4')", "22001");
    }

    @Test
    void functionsOfDatesCountBoundariesAsRedshiftDoes() throws SQLException {
        try (Connection connection = redshift.connect(redshift.url());
                Statement statement = connection.createStatement()) {
            String dates = "TIMESTAMP '2008-12-31 23:59:59.999999', TIMESTAMP '2009-01-01 00:00:00'";
            for (String part : List.of("year", "quarter", "month", "day", "hour", "minute", "second", "microsecond")) {
                assertThat(TestingSql.number(statement, "SELECT DATEDIFF(" + part + ", " + dates + ")"))
                        .isEqualTo(1);
            }
            assertThat(TestingSql.number(statement, "SELECT DATEDIFF(week, DATE '2009-01-01', DATE '2009-12-31')"))
                    .isEqualTo(52);
            assertThat(
                            TestingSql.number(
                                    statement,
                                    "SELECT DATEDIFF(microsecond, TIMESTAMP '1970-01-01', DATEADD(day, -1, TIMESTAMP '1970-01-01'))"))
                    .isEqualTo(-86_400_000_000L);
            assertThat(TestingSql.number(
                            statement, "SELECT EXTRACT(epoch FROM DATEADD(second, 5, TIMESTAMP '1970-01-01')) + 1"))
                    .isEqualTo(6);
        }
    }

    @Test
    void theCatalogTellsTablesAndColumns() throws SQLException {
        String url = redshift.url();
        TestingSql.execute(
                redshift,
                url,
                "CREATE TABLE files (number BIGINT, name VARCHAR(36), happened_at TIMESTAMP, details SUPER)");
        assertThat(TestingSql.number(
                        redshift,
                        url,
                        "SELECT COUNT(*) FROM svv_tables WHERE table_name = 'files' AND table_schema = 'public'"))
                .isEqualTo(1);
        assertThat(TestingSql.number(
                        redshift,
                        url,
                        "SELECT ordinal_position FROM svv_columns WHERE table_name = 'files' AND data_type = 'super'"))
                .isEqualTo(4);
    }
}
