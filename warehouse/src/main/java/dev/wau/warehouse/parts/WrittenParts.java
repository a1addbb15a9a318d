package dev.wau.warehouse.parts;

import java.util.List;

/**
 * What files became. In each list all parts have the same columns, and no part is twice there.
 *
 * @param rows the columns of the table {@code staged}: customer, event_time, file_id, line, event_hash (text of a UUID),
 *     details (bytes of a JSON text), then the feeding's texts
 * @param rejects the columns of {@code wau_rejects}
 */
public record WrittenParts(List<Part> rows, List<Part> rejects) {

    public WrittenParts {
        rows = List.copyOf(rows);
        rejects = List.copyOf(rejects);
    }
}
