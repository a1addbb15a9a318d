package dev.wau.warehouse.postgresql;

import dev.wau.load.Warehouse;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.testing.warehouse.RollupContract;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

final class PostgresRollupIT extends RollupContract {

    private final String url = TestingPostgres.newSchema();

    @Override
    protected Warehouse open() {
        return Warehouses.open(url, Access.READ_WRITE);
    }

    @Override
    protected void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
