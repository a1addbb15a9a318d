package dev.wau.warehouse.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that something is one of.
 *
 * @param sql what stands between the parentheses of {@code IN (...)}
 * @param values what it binds
 */
public record Members(String sql, List<?> values) {

    public Members {
        values = List.copyOf(values);
    }

    /** The values to bind: these, then others. */
    public @Nullable Object[] with(@Nullable Object... others) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(others));
        return all.toArray();
    }
}
