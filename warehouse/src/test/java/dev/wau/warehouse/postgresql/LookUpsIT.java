package dev.wau.warehouse.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.load.CommitOutcome;
import dev.wau.load.FileToLoad;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Warehouse;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.testing.warehouse.TestingLoads;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A load reads the part of the table that its files overlap: the server's own counters say so. */
final class LookUpsIT {

    private static final String CSV = "timestamp,event,userId\n";
    private static final int CUSTOMERS = 5;
    private static final int DAYS = 60;
    private static final int ROWS = 400;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private static final String ROWS_READ = """
            SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_user_tables
            WHERE schemaname = current_schema() AND relname = 'wau_audit_logs'""";

    @Test
    void aLoadReadsTheOverlapOfTheSameCustomerAndNoMore() throws SQLException, InterruptedException {
        String url = TestingPostgres.newSchema();
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE)) {
            TestingLoads loads = new TestingLoads(warehouse);
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                load(warehouse, loads, "c" + customer + "/history.csv", history(customer));
            }
            TestingPostgres.execute(url, "ANALYZE wau_audit_logs");
            long before = rowsRead(url);
            load(warehouse, loads, "c2/late.csv", CSV + day(2, FIRST.plusDays(30)) + "2025-01-31 08:00:00,x,y\n");
            long read = rowsRead(url) - before;

            assertThat(loads.table()).hasSize(CUSTOMERS * DAYS * ROWS + 1);
            assertThat(read).isBetween((long) ROWS, 4L * ROWS);
        } finally {
            TestingPostgres.drop(url);
        }
    }

    /** Without the checks of {@link TestingLoads#load}, which read everything. */
    private static void load(Warehouse warehouse, TestingLoads loads, String path, String csv) {
        try (LoadTransaction transaction = warehouse.begin(loads.run())) {
            FileToLoad file = loads.file(transaction.nextFileId(), path, csv);
            transaction.enter(transaction.stage(List.of(file), TestingLoads.stage()));
            assertThat(transaction.commit("test")).isEqualTo(CommitOutcome.COMMITTED);
        }
    }

    private static String history(int customer) {
        StringBuilder text = new StringBuilder(CSV);
        for (int day = 0; day < DAYS; day++) {
            text.append(day(customer, FIRST.plusDays(day)));
        }
        return text.toString();
    }

    private static String day(int customer, LocalDate day) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            text.append(day)
                    .append(String.format(Locale.ROOT, " %02d:%02d:00,", i / 60, i % 60))
                    .append("event,user" + customer + "\n");
        }
        return text.toString();
    }

    /** A session tells what it read when it ends, at the latest. */
    private static long rowsRead(String url) throws SQLException, InterruptedException {
        Thread.sleep(500);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(ROWS_READ)) {
            result.next();
            return result.getLong(1);
        }
    }
}
