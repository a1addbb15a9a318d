package dev.wau.warehouse.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.analyse.ActiveEvents;
import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.ActivityStore.Count;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.Window;
import dev.wau.analyse.Windows;
import dev.wau.load.Warehouse;
import dev.wau.model.FileId;
import dev.wau.testing.warehouse.TestingLoads;
import dev.wau.warehouse.activity.Connections;
import dev.wau.warehouse.activity.JdbcActivityStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rollup that Redshift keeps: the same numbers as all rows give, whatever entered, left and came back. */
final class RedshiftRollupIT {

    private static final String HEADER = "timestamp,event,userId\n";
    private static final String A = HEADER
            + "2025-01-06 08:00:00,login,ann\n2025-01-06 08:14:59,view,ann\n2025-01-06 08:15:00,view,\n"
            + "2025-01-12 18:15:00,login,bob\n";
    private static final String B = HEADER + "2025-01-06 08:00:00,login,ann\n2025-01-13 01:00:00,login,eve\n";
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    private final String url = TestingRedshift.standIn().url();

    @Test
    void what_enters_leaves_and_comes_back_is_counted_as_the_rows_are() throws SQLException {
        try (Warehouse warehouse = TestingRedshift.open(url)) {
            TestingLoads loads = new TestingLoads(warehouse);
            List<FileId> files = loads.load("acme/a.csv", A, "acme/b.csv", B);
            requireTrue(warehouse, 2, 1);

            loads.leave(files.get(0));

            requireTrue(warehouse, 1, 1);
        }
    }

    @Test
    void a_warehouse_without_a_rollup_gets_one_by_the_next_load() throws SQLException {
        try (Warehouse warehouse = TestingRedshift.open(url)) {
            TestingLoads loads = new TestingLoads(warehouse);
            loads.load("acme/a.csv", A);
            execute("DELETE FROM wau_settings WHERE name = 'rollup'");
            execute("DELETE FROM wau_rollup");

            loads.load("acme/b.csv", B);

            requireTrue(warehouse, 2, 1);
        }
    }

    private void requireTrue(Warehouse warehouse, long first, long second) throws SQLException {
        assertThat(warehouse.history().inconsistencies()).isEmpty();
        ActivityStore rolledUp = warehouse.activity();
        ActivityStore rows = new JdbcActivityStore(connections());
        Scope all = Scope.all(ActiveEvents.ALL);
        for (DayOfWeek start : DayOfWeek.values()) {
            Windows calendar = new Windows(KATHMANDU, start);
            List<Window> weeks = calendar.weeks(MONDAY.minusDays(7), MONDAY.plusDays(14));
            assertThat(rolledUp.activeUsers(weeks, all)).isEqualTo(rows.activeUsers(weeks, all));
            assertThat(rolledUp.lifecycle(weeks, all)).isEqualTo(rows.lifecycle(weeks, all));
            assertThat(rolledUp.retention(weeks, all)).isEqualTo(rows.retention(weeks, all));
            assertThat(rolledUp.events(weeks.get(1), all)).isEqualTo(rows.events(weeks.get(1), all));
            assertThat(rolledUp.customers(weeks.get(1), all)).isEqualTo(rows.customers(weeks.get(1), all));
        }
        // Sunday 18:15 UTC is Monday there.
        Windows utc = new Windows(ZoneId.of("UTC"), DayOfWeek.MONDAY);
        assertThat(rolledUp.activeUsers(utc.weeks(MONDAY, MONDAY.plusDays(7)), all))
                .extracting(Count::users)
                .containsExactly(first, second);
    }

    private Connections connections() {
        return new Connections() {
            @Override
            public Connection open() throws SQLException {
                return TestingRedshift.standIn().connect(url);
            }

            @Override
            public void release(Connection connection) throws SQLException {
                connection.close();
            }
        };
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = TestingRedshift.standIn().connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
