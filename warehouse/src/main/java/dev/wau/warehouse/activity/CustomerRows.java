package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.CustomerActivity;
import dev.wau.model.Customer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads the rows of customers. */
final class CustomerRows {

    private CustomerRows() {}

    static CustomerActivity read(ResultSet row) throws SQLException {
        return new CustomerActivity(
                new Customer(row.getString("customer")),
                row.getLong("users"),
                row.getLong("events"),
                instant(row, "first"),
                instant(row, "last"),
                row.getLong("files"));
    }

    /** A UTC timestamp. */
    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
