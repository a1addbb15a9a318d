package dev.wau.warehouse.activity;

import dev.wau.testing.activity.ActivityData;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows that reports read, put there by hand. */
final class ActivityRows {

    private ActivityRows() {}

    /** Inserts all of it, inside the caller's transaction. */
    static void insert(Connection connection, ActivityData data) throws SQLException {
        for (ActivityData.Event event : data.events()) {
            insert(
                    connection,
                    "wau_audit_logs (customer, event_time, event, user_id, file_id)",
                    event.customer().name(),
                    text(event.time()),
                    event.event(),
                    event.userId(),
                    event.file().toString());
        }
        for (ActivityData.File file : data.files()) {
            insert(
                    connection,
                    "wau_files (customer, first_event_time, last_event_time, state)",
                    file.customer().name(),
                    text(file.first()),
                    text(file.last()),
                    file.state().code());
        }
        for (ActivityData.Batch batch : data.batches()) {
            insert(connection, "wau_batches (batch, completed_at)", batch.batch(), text(batch.completed()));
            for (var customer : batch.expected()) {
                insert(connection, "wau_batch_customers (batch, customer)", batch.batch(), customer.name());
            }
        }
        for (ActivityData.Restated restated : data.restated()) {
            insert(
                    connection,
                    "wau_restatements (run, restated_at, customer, zone, week_start, first_day, file_id, object_key)",
                    restated.run().value(),
                    text(restated.at()),
                    restated.customer().name(),
                    restated.calendar().zoneName(),
                    restated.calendar().weekStart().name().toLowerCase(Locale.ROOT),
                    restated.week().toString(),
                    restated.file().toString(),
                    restated.key().path());
        }
        for (long line = 0; line < data.rejects(); line++) {
            insert(connection, "wau_rejects (line)", String.valueOf(line));
        }
    }

    private static void insert(Connection connection, String target, @Nullable String... values) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + target + " VALUES (" + Sql.marks(values.length) + ")")) {
            for (int index = 0; index < values.length; index++) {
                insert.setString(index + 1, values[index]);
            }
            insert.execute();
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString().replace('T', ' ').replace("Z", "");
    }
}
