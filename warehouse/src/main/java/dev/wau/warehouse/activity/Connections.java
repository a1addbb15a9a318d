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

    /** How many may answer one question together; more than one only if all see one state, because nobody can write. */
    default int together() {
        return 1;
    }

    /** The same where nobody can write as long as these are open: a connection for each core answers. */
    static Connections ofOneState(Connections connections) {
        return new Connections() {
            @Override
            public Connection open() throws SQLException {
                return connections.open();
            }

            @Override
            public void release(Connection connection) throws SQLException {
                connections.release(connection);
            }

            @Override
            public int together() {
                return Runtime.getRuntime().availableProcessors();
            }
        };
    }
}
