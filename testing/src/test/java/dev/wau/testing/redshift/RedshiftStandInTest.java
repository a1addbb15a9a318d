package dev.wau.testing.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.testing.aws.S3Server;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedshiftStandInTest {

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
    void theDriverTalksToIt() throws SQLException {
        try (Connection connection = redshift.connect(redshift.url());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE wau_files (file_id BIGINT, version VARCHAR(65535) ENCODE ZSTD, details SUPER)"
                            + " DISTSTYLE KEY DISTKEY(file_id) COMPOUND SORTKEY(file_id, version)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO wau_files VALUES (?, ?, JSON_PARSE(?))")) {
                for (int i = 0; i < 10; i++) {
                    insert.setLong(1, i);
                    insert.setString(2, "v" + i);
                    insert.setString(3, "{\"a\":1}");
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*), 2 FROM wau_files")) {
                rows.next();
                assertThat(rows.getLong(1)).isEqualTo(10);
            }
        } finally {
            redshift.statements().forEach(System.out::println);
        }
    }
}
