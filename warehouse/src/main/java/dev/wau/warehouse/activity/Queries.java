package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.Window;
import dev.wau.analyse.Windows;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The statements of {@link JdbcActivityStore}. Windows are literal instants; the database knows nothing of zones and
 * calendars.
 */
final class Queries {

    /** What came before the first window: not the neighbour of any segment. */
    static final int LONG_AGO = -2;

    /** Users by the segment they are active in and the segment of their next activity, if that is near. */
    private static final String ACTIVE = """
            WITH "activity" AS (
            ${activity}
            ), "placed" AS (
              SELECT "customer", "user_id", ${segment} AS "segment"${events}
                FROM "activity"
               WHERE "event_time" >= ${start} AND "event_time" < ${end}
            ), "seen" AS (
              SELECT "customer", "user_id", "segment", ${number} AS "events"
                FROM "placed"
               GROUP BY "customer", "user_id", "segment"
            ), "followed" AS (
              SELECT ${who} AS "who", "segment", "events",
                     ${next} AS "next"
                FROM "seen"
            ), "near" AS (
              SELECT "who", "segment", "events",
                     CASE WHEN "next" < "segment" + ${widest} THEN "next" ELSE ${none} END AS "next"
                FROM "followed"
            )
            SELECT "who", "segment", "next", COUNT(*) AS "users", CAST(SUM("events") AS BIGINT) AS "events"
              FROM "near"
             GROUP BY "who", "segment", "next"
            """;

    private static final String NEXT =
            "LEAD(\"segment\") OVER (PARTITION BY \"customer\", \"user_id\" ORDER BY \"segment\")";

    /** Users by window, with the windows of their activity before and after: everything ever until the last one's end. */
    private static final String NEIGHBOURS = """
            WITH "activity" AS (
            ${activity}
            ), "placed" AS (
              SELECT "customer", "user_id",
                     CASE WHEN "event_time" < ${start} THEN ${long_ago} ELSE ${segment} END AS "segment"
                FROM "activity"
               WHERE "event_time" < ${end}
            ), "seen" AS (
              SELECT DISTINCT "customer", "user_id", "segment" FROM "placed"
            ), "known" AS (
              SELECT "segment",
                     LAG("segment") OVER (PARTITION BY "customer", "user_id" ORDER BY "segment") AS "before",
                     LEAD("segment") OVER (PARTITION BY "customer", "user_id" ORDER BY "segment") AS "after",
                     MIN("segment") OVER (PARTITION BY "customer", "user_id") AS "cohort"
                FROM "seen"
            )
            """;

    private static final String LIFECYCLE = NEIGHBOURS + """
            SELECT "segment",
                   SUM(CASE WHEN "before" IS NULL THEN 1 ELSE 0 END) AS "added",
                   SUM(CASE WHEN "before" = "segment" - 1 THEN 1 ELSE 0 END) AS "returning_users",
                   SUM(CASE WHEN "before" < "segment" - 1 THEN 1 ELSE 0 END) AS "resurrected",
                   SUM(CASE WHEN "after" = "segment" + 1 THEN 0 ELSE 1 END) AS "leaving"
              FROM "known"
             WHERE "segment" >= 0
             GROUP BY "segment"
            """;

    private static final String RETENTION = NEIGHBOURS + """
            SELECT "cohort", "segment", COUNT(*) AS "users"
              FROM "known"
             WHERE "cohort" >= 0
             GROUP BY "cohort", "segment"
             ORDER BY "cohort", "segment"
            """;

    private static final String EVENTS = """
            WITH "named" AS (
              SELECT "event", "customer", ${user} AS "user_id", ${number} AS "events"
                FROM "${table}"
               WHERE "event_time" >= ${start} AND "event_time" < ${end}${customer}
               GROUP BY "event", "customer", ${user}
            )
            SELECT "event", CAST(SUM("events") AS BIGINT) AS "events", COUNT("user_id") AS "users"
              FROM "named"
             GROUP BY "event"
            """;

    private static final String EVENTS_BY_FILE = """
            WITH "activity" AS (
            ${activity}
            ), "placed" AS (
              SELECT "file_id", ${segment} AS "segment"
                FROM "activity"
               WHERE "file_id" IN (${files}) AND "file_id" BETWEEN ${least} AND ${most}
                 AND "event_time" >= ${start} AND "event_time" < ${end}
            )
            SELECT "file_id", "segment", COUNT(*) AS "events"
              FROM "placed"
             GROUP BY "file_id", "segment"
            """;

    private static final String RESTATED = """
            SELECT "customer", CAST("first_day" AS VARCHAR(10)) AS "week", "run", "restated_at", "object_key"
              FROM "wau_restatements"
             WHERE "zone" = ? AND "week_start" = ? AND "first_day" BETWEEN DATE '${first}' AND DATE '${last}'${customer}
             ORDER BY "restated_at", "file_id"
            """;

    private static final String CUSTOMERS = """
            WITH "activity" AS (
            ${activity}
            ), "active" AS (
              SELECT DISTINCT "customer", "user_id" FROM "activity"
               WHERE "event_time" >= ${start} AND "event_time" < ${end}
            ), "users" AS (
              SELECT "customer", COUNT(*) AS "users" FROM "active" GROUP BY "customer"
            ), "events" AS (
              SELECT "customer", ${number} AS "events" FROM "${table}"
               WHERE "event_time" >= ${start} AND "event_time" < ${end}
               GROUP BY "customer"
            ), "loaded" AS (
              SELECT "customer", MIN("first_event_time") AS "first", MAX("last_event_time") AS "last",
                     COUNT(*) AS "files"
                FROM "wau_files" WHERE "state" = 'loaded'
               GROUP BY "customer"
            ), "names" AS (
              SELECT "customer" FROM "loaded" UNION SELECT "customer" FROM "wau_batch_customers"
            )
            SELECT n."customer", COALESCE(u."users", 0) AS "users", COALESCE(e."events", 0) AS "events",
                   l."first", l."last", COALESCE(l."files", 0) AS "files"
              FROM "names" n
              LEFT JOIN "users" u ON u."customer" = n."customer"
              LEFT JOIN "events" e ON e."customer" = n."customer"
              LEFT JOIN "loaded" l ON l."customer" = n."customer"
             WHERE 1 = 1${customer}
            """;

    private static final String LOADED = """
            WITH "loaded" AS (
              SELECT "customer", MIN("first_event_time") AS "first", MAX("last_event_time") AS "last",
                     COUNT(*) AS "files"
                FROM "wau_files" WHERE "state" = 'loaded'
               GROUP BY "customer"
            ), "names" AS (
              SELECT "customer" FROM "loaded" UNION SELECT "customer" FROM "wau_batch_customers"
            )
            SELECT n."customer", 0 AS "users", 0 AS "events", l."first", l."last", COALESCE(l."files", 0) AS "files"
              FROM "names" n
              LEFT JOIN "loaded" l ON l."customer" = n."customer"
             WHERE 1 = 1${customer}
            """;

    /** The warehouse's sums. */
    static final String SUMS = """
            SELECT (SELECT COUNT(*) FROM "wau_files" WHERE "state" = 'loaded') AS "files",
                   (SELECT COUNT(*) FROM "wau_audit_logs") AS "rows",
                   (SELECT COUNT(*) FROM "wau_rejects") AS "rejects",
                   (SELECT COUNT(*) FROM "wau_batches") AS "batches"
            """;

    /** Every customer with loaded files or in the newest batch; {@code batch} is null unless that one expected it. */
    static final String REACHES = """
            WITH "newest" AS (
              SELECT "batch" FROM "wau_batches" ORDER BY "completed_at" DESC, "batch" DESC LIMIT 1
            ), "expected" AS (
              SELECT c."customer", c."batch" FROM "wau_batch_customers" c JOIN "newest" n ON n."batch" = c."batch"
            ), "loaded" AS (
              SELECT "customer", MIN("first_event_time") AS "first", MAX("last_event_time") AS "last"
                FROM "wau_files" WHERE "state" = 'loaded'
               GROUP BY "customer"
            ), "names" AS (
              SELECT "customer" FROM "loaded" UNION SELECT "customer" FROM "expected"
            )
            SELECT n."customer", l."first", l."last", e."batch"
              FROM "names" n
              LEFT JOIN "loaded" l ON l."customer" = n."customer"
              LEFT JOIN "expected" e ON e."customer" = n."customer"
            """;

    /** The newest batch's id. */
    static final String NEWEST_BATCH = """
            SELECT "batch" FROM "wau_batches" ORDER BY "completed_at" DESC, "batch" DESC LIMIT 1
            """;

    private Queries() {}

    /** @param who the column that tells rows apart, or a literal for all in one */
    static Sql active(Counted counted, Segments segments, Scope scope, String who) {
        int widest = segments.widest();
        return within(ACTIVE, counted, segments, scope)
                .with("who", who)
                .with("next", widest == 1 ? String.valueOf(segments.count()) : NEXT)
                .with("widest", String.valueOf(widest))
                .with("none", String.valueOf(segments.count()));
    }

    static Sql lifecycle(Counted counted, Segments segments, Scope scope) {
        return within(LIFECYCLE, counted, segments, scope).with("long_ago", String.valueOf(LONG_AGO));
    }

    static Sql retention(Counted counted, Segments segments, Scope scope) {
        return within(RETENTION, counted, segments, scope).with("long_ago", String.valueOf(LONG_AGO));
    }

    static Sql events(Counted counted, Window window, Scope scope) {
        return within(EVENTS, counted, window).with("customer", only(scope, "\"customer\""));
    }

    static Sql customers(Counted counted, Window window, Scope scope) {
        return within(CUSTOMERS, counted, window)
                .with("activity", Activity.of(counted, scope))
                .with("customer", only(scope, "n.\"customer\""));
    }

    /** The rows of {@link #customers}, without what they did. */
    static Sql loaded(Scope scope) {
        return new Sql(LOADED, List.of()).with("customer", only(scope, "n.\"customer\""));
    }

    /** @param files ascending, at least one */
    static Sql eventsByFile(Segments segments, List<Long> files, Scope scope) {
        return within(EVENTS_BY_FILE, Counted.ROWS, segments, scope)
                .with("files", files.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .with("least", String.valueOf(files.get(0)))
                .with("most", String.valueOf(files.get(files.size() - 1)));
    }

    /** @param weeks in order, at least one */
    static Sql restated(List<Window> weeks, Windows calendar, Scope scope) {
        return new Sql(
                        RESTATED,
                        List.of(calendar.zoneName(), calendar.weekStart().name().toLowerCase(Locale.ROOT)))
                .with("first", weeks.get(0).first().toString())
                .with("last", weeks.get(weeks.size() - 1).first().toString())
                .with("customer", only(scope, "\"customer\""));
    }

    private static Sql within(String text, Counted counted, Segments segments, Scope scope) {
        return counted.in(new Sql(text, List.of()))
                .with("events", counted == Counted.CELLS ? ", \"events\"" : "")
                .with("activity", Activity.of(counted, scope))
                .with("segment", segments.expression("\"event_time\""))
                .with("start", Sql.literal(segments.start()))
                .with("end", Sql.literal(segments.end()));
    }

    private static Sql within(String text, Counted counted, Window window) {
        return counted.in(new Sql(text, List.of()))
                .with("start", Sql.literal(window.start()))
                .with("end", Sql.literal(window.end()));
    }

    private static Sql only(Scope scope, String column) {
        return scope.customers().isEmpty()
                ? new Sql("", List.of())
                : new Sql(
                        " AND " + column + " IN (" + Sql.marks(scope.customers().size()) + ")", Activity.names(scope));
    }
}
