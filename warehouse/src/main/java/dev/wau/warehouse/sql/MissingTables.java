package dev.wau.warehouse.sql;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables of wau's that aren't there beside others that are: someone dropped them. Made anew they would be empty, while the
 * history says that all is loaded; so nothing makes them but a person.
 */
public final class MissingTables {

    /** What mends it. */
    public static final String FIX =
            "put what is missing back from a backup; or drop wau's other tables too, and 'wau load' loads everything anew";

    private static final Pattern CREATED = Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)");

    private MissingTables() {}

    /** Those that are missing of tables of this form; none where none is there. */
    public static List<String> of(Session session) {
        Set<String> there = new HashSet<>(
                session.list("SELECT table_name FROM (" + session.dialect().tables() + ") t", row -> row.getString(1)));
        return there.contains("wau_settings")
                ? names(session.dialect()).filter(name -> !there.contains(name)).toList()
                : List.of();
    }

    /** Refuses to go on without them. */
    public static void refuse(Session session, String warehouse) {
        List<String> missing = of(session);
        if (!missing.isEmpty()) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED,
                    "Cannot use " + warehouse + ": of wau's tables, " + String.join(", ", missing)
                            + (missing.size() == 1 ? " is missing (" : " are missing (") + FIX + ")");
        }
    }

    /** All of wau's tables. */
    public static Stream<String> names(SqlDialect dialect) {
        return Stream.concat(Tables.CREATE.stream(), dialect.rollups().tables().stream())
                .map(CREATED::matcher)
                .filter(Matcher::find)
                .map(name -> name.group(1));
    }
}
