package dev.wau.warehouse.sql;

import java.util.Collection;
import java.util.stream.Collectors;

/** The one place where names become SQL. */
public final class Identifiers {

    private Identifiers() {}

    /** A quoted identifier: whatever the name holds, it is a name. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Quoted names, joined by commas, each with this before it ({@code "s."} or nothing). */
    public static String list(String prefix, Collection<String> names) {
        return names.stream().map(name -> prefix + quote(name)).collect(Collectors.joining(", "));
    }
}
