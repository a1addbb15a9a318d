package dev.wau.warehouse.activity;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to one warehouse; who opens one releases it. Thread-safe, unless it lends one connection. */
@FunctionalInterface
public interface Connections {

    /** A connection of its own, in auto-commit. */
    Connection open() throws SQLException;

    /** Takes one back: closes it. */
    default void release(Connection connection) throws SQLException {
        connection.close();
    }
}
