package dev.wau.warehouse.sql;

import java.util.Collection;
import java.util.List;

/** Values as one list that is bound, for warehouses that have lists. */
public final class UnnestedMembers {

    private UnnestedMembers() {}

    /** Of texts. */
    public static Members texts(Session session, Collection<String> values) {
        return of(session, "VARCHAR", values);
    }

    /** Of numbers. */
    public static Members numbers(Session session, Collection<Long> values) {
        return of(session, "BIGINT", values);
    }

    private static Members of(Session session, String type, Collection<?> values) {
        return new Members("SELECT unnest(?::" + type + "[])", List.of(session.list(type, values)));
    }
}
