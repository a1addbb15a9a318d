package dev.wau.cli.demo;

import dev.wau.cli.terminal.Numbers;
import dev.wau.model.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One thing the demo's files tried, and what became of it.
 *
 * @param trap what was planted, with its number
 * @param outcome what wau did, with the number it gives itself
 * @param command of wau that shows it
 * @param planted the number that wau's must be
 * @param found wau's number
 */
record Check(String trap, String outcome, String command, long planted, long found) {
    boolean agrees() {
        return planted == found;
    }

    /** All of them, in the story's order. */
    static List<Check> of(DemoFacts facts, Seen seen) {
        List<Check> checks = new ArrayList<>();
        files(facts, seen, checks);
        cells(facts, seen, checks);
        return checks;
    }

    /** The numbers at the end: rows, and active users of every week. */
    static List<Check> totals(DemoFacts facts, Seen seen) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(
                "rows", "in the table", "query", facts.rows(), seen.content().rows()));
        facts.weeklyUsers()
                .forEach((week, users) -> checks.add(new Check(
                        "users from " + week,
                        "active",
                        "report weekly",
                        users,
                        seen.weeklyUsers().getOrDefault(week, 0L))));
        for (Map.Entry<RejectReason, Long> reject : facts.rejects().entrySet()) {
            String reason = reject.getKey().code();
            long found = seen.history().rejects().getOrDefault(reject.getKey(), 0L);
            checks.add(new Check(reason, "rejects", "rejects", reject.getValue(), found));
        }
        return checks;
    }

    private static void files(DemoFacts facts, Seen seen, List<Check> checks) {
        Seen.History history = seen.history();
        checks.add(new Check(
                Numbers.count(facts.layouts(), "header layout"),
                "mapped by name, " + Numbers.count(seen.content().columns(), "column") + " added",
                "inspect",
                facts.details(),
                seen.content().columns()));
        checks.add(new Check(
                planted(facts, Trap.OVERLAPPING_EXPORT, "overlapping export"),
                Numbers.count(history.suppressed(), "repeated event") + " kept once",
                "history",
                facts.count(Trap.REPEATED_EVENT),
                history.suppressed()));
        checks.add(new Check(
                planted(facts, Trap.REEXPORTED_FILE, "re-export") + ", same name",
                Numbers.count(seen.reexports().before()) + " records became "
                        + Numbers.count(seen.reexports().after()),
                "history",
                facts.count(Trap.REEXPORTED_AFTER) - facts.count(Trap.REEXPORTED_BEFORE),
                seen.reexports().after() - seen.reexports().before()));
        checks.add(check(facts, Trap.COPY, "exact copy", "skipped and listed as copies", "history", history.copies()));
        checks.add(new Check(
                planted(facts, Trap.NOT_AN_AUDIT_LOG, "error page") + " as .csv",
                "refused: no time column",
                "history",
                facts.count(Trap.NOT_AN_AUDIT_LOG),
                history.refused()));
        checks.add(new Check(
                Numbers.count(facts.rejected(), "broken record"),
                "kept with line and reason (" + history.rejects().size() + " kinds)",
                "rejects",
                facts.rejected(),
                history.rejected()));
    }

    private static void cells(DemoFacts facts, Seen seen, List<Check> checks) {
        Seen.Content content = seen.content();
        checks.add(new Check(
                "ipAddress in " + Numbers.count(seen.withoutIpAddress(), "file"),
                "removed before anything was copied",
                "inspect",
                facts.count(Trap.IP_ADDRESS_FILE),
                content.ipAddresses() == 0 ? seen.withoutIpAddress() : -1));
        checks.add(new Check(
                planted(facts, Trap.NO_IDENTIFIER_FILE, "file") + " without ids",
                content.withoutIdentifier() == 0 ? "a stable one added to each record" : "some have none",
                "query",
                0,
                content.withoutIdentifier()));
        checks.add(new Check(
                planted(facts, Trap.SHADOWED_IDENTIFIER, "id") + " from details",
                "kept, but nothing is told apart by them",
                "query",
                facts.count(Trap.SHADOWED_IDENTIFIER),
                content.invoiceNumbers()));
        checks.add(new Check(
                planted(facts, Trap.SHADOWED_CUSTOMER, "other customer") + " named",
                "not believed: the source's owner stands",
                "query",
                facts.count(Trap.SHADOWED_CUSTOMER),
                content.otherCustomers()));
        checks.add(check(facts, Trap.JSON_CELL, "JSON cell", "loaded byte for byte", "query", content.json()));
        checks.add(
                check(facts, Trap.LINE_BREAK, "line break", "kept inside their cells", "query", content.lineBreaks()));
        checks.add(new Check(
                planted(facts, Trap.OTHER_EXPORTER_FILE, "file") + " in another format",
                "read by configuration alone: " + Numbers.count(content.otherExporter(), "row"),
                "query",
                facts.count(Trap.OTHER_EXPORTER_EVENT),
                content.otherExporter()));
    }

    private static Check check(DemoFacts facts, Trap trap, String what, String outcome, String command, long found) {
        return new Check(planted(facts, trap, what), outcome, command, facts.count(trap), found);
    }

    private static String planted(DemoFacts facts, Trap trap, String what) {
        return Numbers.count(facts.count(trap), what);
    }
}
