package dev.wau.warehouse.sql;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.model.BatchId;
import dev.wau.model.RunId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The history's batches and their customers, in a session's transaction. */
final class Batches {

    private final Session session;

    Batches(Session session) {
        this.session = session;
    }

    /** Whether it is new: one that is recorded already stays as it is. */
    boolean remember(CompletionMarker marker, RunId run) {
        String batch = marker.batch().value();
        if (session.number("SELECT count(*) FROM wau_batches WHERE batch = ?", batch) > 0) {
            return false;
        }
        session.update(
                "INSERT INTO wau_batches VALUES (?, ?, ?, ?)",
                batch,
                marker.started(),
                marker.completed(),
                run.value());
        session.dialect()
                .insert(
                        session,
                        "wau_batch_customers",
                        marker.customers().stream()
                                .map(customer -> values(batch, customer))
                                .toList());
        return true;
    }

    void forget(BatchId batch) {
        for (String table : List.of("wau_batches", "wau_batch_customers")) {
            session.update("DELETE FROM " + table + " WHERE batch = ?", batch.value());
        }
    }

    private static List<@Nullable Object> values(String batch, CustomerOutcome customer) {
        return Arrays.asList(
                batch,
                customer.customer().name(),
                customer.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                customer.files(),
                customer.error());
    }
}
