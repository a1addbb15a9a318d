package dev.wau.warehouse.redshift;

import dev.wau.warehouse.sql.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Few rows into a table, by INSERTs of several rows each: a statement costs more than its rows. */
final class RowInserts {

    /** Values that one statement binds. */
    private static final int MOST_VALUES = 10_000;

    private final Session session;
    private final String table;
    private final List<@Nullable Object> waiting = new ArrayList<>();
    private int columns;

    RowInserts(Session session, String table) {
        this.session = session;
        this.table = table;
    }

    void insert(Iterable<? extends List<@Nullable Object>> rows) {
        for (List<@Nullable Object> row : rows) {
            columns = row.size();
            row.forEach(value -> waiting.add(value instanceof UUID uuid ? uuid.toString() : value));
            if (waiting.size() + columns > MOST_VALUES) {
                send();
            }
        }
        send();
    }

    private void send() {
        if (waiting.isEmpty()) {
            return;
        }
        String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        session.update(
                "INSERT INTO " + table + " VALUES "
                        + String.join(", ", Collections.nCopies(waiting.size() / columns, row)),
                waiting.toArray());
        waiting.clear();
    }
}
