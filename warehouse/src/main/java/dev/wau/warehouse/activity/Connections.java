package dev.wau.warehouse.activity;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to one warehouse; who opens one closes it. Thread-safe. */
@FunctionalInterface
public interface Connections {

    /** A connection of its own, in auto-commit. */
    Connection open() throws SQLException;
}
