package dev.wau.cli.demo;

import dev.wau.cli.demo.PlannedExport.Kind;
import dev.wau.model.RejectReason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which files a customer's week is exported into. Weeks count back from the last one here: 1 is the last. */
final class WeekPlan {
    private static final long HOUR = 3_600;
    private static final int LATE_WEEKS = 2;

    /** The days (customer, weeks back, day) on which each kind of damage is sure to be planted. */
    private static final Map<RejectReason, int[]> DAMAGE = damage();

    private final DemoCustomer customer;
    private final int back;
    private final long start;
    private final Dice dice;
    private final List<PlannedExport> files = new ArrayList<>();

    private WeekPlan(DemoCustomer customer, int week, Dice dice) {
        this.customer = customer;
        this.back = DemoCalendar.WEEKS - week;
        this.start = DemoCalendar.start(week);
        this.dice = dice.at(customer.index()).at(week);
    }

    /** The files of a week of the calendar. */
    static List<PlannedExport> of(DemoCustomer customer, int week, Dice dice) {
        WeekPlan plan = new WeekPlan(customer, week, dice);
        for (int day = 0; day < 7; day++) {
            plan.day(day);
        }
        plan.extraExport();
        return plan.files;
    }

    private void day(int day) {
        long from = start + day * DemoCalendar.SECONDS_A_DAY;
        long midnight = from + DemoCalendar.SECONDS_A_DAY;
        long to = runsOn(day) ? midnight + 6 * HOUR : midnight;
        files.add(new PlannedExport(customer, from, to, midnight, kind(day), phase(day), damageOn(day)));
    }

    /** Somebody exported two days once more, from noon to noon. */
    private void extraExport() {
        if (overlapping() && dice.at(2).chance(0.5)) {
            long from = start + DemoCalendar.SECONDS_A_DAY + 12 * HOUR;
            long to = from + 2 * DemoCalendar.SECONDS_A_DAY;
            files.add(new PlannedExport(customer, from, to, from, Kind.EXPORT, Phase.FIRST, Optional.empty()));
        }
    }

    /** The window of this day's export goes on into the next day. */
    private boolean runsOn(int day) {
        return overlapping() && day == 3;
    }

    private boolean overlapping() {
        return customer.standardExporter()
                && !customer.late()
                && back != 3
                && (dice.at(1).chance(0.1) || (back == 2 && customer.index() == 0));
    }

    private Kind kind(int day) {
        if (back == 3 && (customer.index() == 0 || customer.index() == 4) && day == 2 + customer.index() / 4) {
            return Kind.REEXPORTED;
        }
        if (back == 4 && customer.index() % 3 == 0 && day == 1) {
            return Kind.COPIED;
        }
        return back == 4 && customer.index() == 1 && day == 5 ? Kind.WITH_STRANGER : Kind.EXPORT;
    }

    private Phase phase(int day) {
        if (kind(day) == Kind.REEXPORTED) {
            return Phase.SECOND;
        }
        if (!customer.late() || back > LATE_WEEKS) {
            return Phase.FIRST;
        }
        return back == LATE_WEEKS || day < 3 ? Phase.SECOND : Phase.LATER;
    }

    private Optional<RejectReason> damageOn(int day) {
        for (Map.Entry<RejectReason, int[]> entry : DAMAGE.entrySet()) {
            int[] place = entry.getValue();
            if (place[0] == customer.index() && place[1] == back && place[2] == day) {
                return Optional.of(entry.getKey());
            }
        }
        boolean clocksGoForward = !customer.standardExporter() && day == 6 && back == 14;
        return clocksGoForward || (back > 4 && dice.at(10 + day).chance(0.003))
                ? Optional.of(RejectReason.BAD_TIME)
                : Optional.empty();
    }

    private static Map<RejectReason, int[]> damage() {
        Map<RejectReason, int[]> days = new EnumMap<>(RejectReason.class);
        days.put(RejectReason.WRONG_FIELD_COUNT, new int[] {0, 3, 0});
        days.put(RejectReason.BAD_TIME, new int[] {0, 3, 1});
        days.put(RejectReason.MISSING_TIME, new int[] {2, 3, 1});
        days.put(RejectReason.MISSING_EVENT, new int[] {0, 4, 0});
        days.put(RejectReason.INVALID_UTF8, new int[] {1, 3, 2});
        days.put(RejectReason.NUL_CHARACTER, new int[] {0, 4, 3});
        days.put(RejectReason.TEXT_AFTER_QUOTE, new int[] {1, 4, 0});
        days.put(RejectReason.FIELD_TOO_LONG, new int[] {0, 4, 4});
        days.put(RejectReason.UNTERMINATED_QUOTE, new int[] {1, 4, 1});
        days.put(RejectReason.TRUNCATED_FILE, new int[] {1, 4, 2});
        return days;
    }
}
