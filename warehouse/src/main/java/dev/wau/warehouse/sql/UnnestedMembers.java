package dev.wau.warehouse.sql;

import java.util.Collection;
import java.util.List;

/** Values as one list that is bound, for warehouses that have lists. */
public final class UnnestedMembers {

    private UnnestedMembers() {}

    /** Of texts, or of numbers. */
    public static Members of(Session session, Collection<?> values) {
        String type = values.stream().allMatch(Long.class::isInstance) ? "BIGINT" : "VARCHAR";
        return new Members("SELECT unnest(?::" + type + "[])", List.of(session.list(type, values)));
    }
}
