package dev.wau.warehouse.redshift;

import dev.wau.load.Warehouse;
import dev.wau.testing.load.DamageContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class RedshiftDamageIT extends DamageContract {

    private final String url = TestingRedshift.standIn().url();

    @Test
    void a_rollup_that_differs_is_found() {
        load();
        damage("UPDATE wau_rollup SET events = events + 1 WHERE user_id = 'ann'");

        assertFound("tables-differ", null, 0, "the rollup of customer acme differs from the rows in 1 counts");
    }

    @Test
    void a_rollup_with_a_cell_twice_is_found() {
        load();
        damage("INSERT INTO wau_rollup SELECT * FROM wau_rollup WHERE user_id = 'ann'");

        assertFound("tables-differ", null, 0, "differs from the rows in 1 counts");
    }

    @Override
    protected Warehouse open() {
        return TestingRedshift.open(url);
    }

    @Override
    protected void damage(String sql) {
        if (sql.startsWith("DROP INDEX")) {
            // Redshift has none.
            return;
        }
        try (Connection connection = TestingRedshift.standIn().connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError("Cannot do by hand: " + sql, e);
        }
    }
}
