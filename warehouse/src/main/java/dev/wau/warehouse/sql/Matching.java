package dev.wau.warehouse.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the rows of a table that is called {@code f} and has {@code customer} and {@code object_key}.
 *
 * @param sql the condition
 * @param bound the values of its marks
 */
record Matching(String sql, List<Object> bound) {

    /** This customer's rows with this key, or one that ends in it after a {@code /}; null: any. */
    static Matching of(@Nullable String customer, @Nullable String key) {
        StringBuilder text = new StringBuilder("true");
        List<Object> values = new ArrayList<>();
        if (customer != null) {
            text.append(" AND f.customer = ?");
            values.add(customer);
        }
        if (key != null) {
            String ending = "/" + key;
            text.append(" AND (f.object_key = ? OR right(f.object_key, ?::INTEGER) = ?)");
            values.addAll(List.of(key, ending.codePointCount(0, ending.length()), ending));
        }
        return new Matching(text.toString(), values);
    }

    /** The same, and this too. */
    Matching and(String condition, Object value) {
        List<Object> values = new ArrayList<>(bound);
        values.add(value);
        return new Matching(sql + " AND " + condition, values);
    }

    @Nullable
    Object[] values() {
        return bound.toArray();
    }
}
