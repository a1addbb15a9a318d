package dev.wau.cli.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened at one customer in one week. */
final class DemoWeek {
    private static final double[] COMES_ON = {0.72, 0.76, 0.78, 0.74, 0.62, 0.07, 0.05};
    private static final int BACKUPS_A_DAY = 4;

    private final DemoCustomer customer;
    private final int week;
    private final Dice dice;
    private final List<DemoEvent> events = new ArrayList<>();

    private DemoWeek(DemoCustomer customer, int week, Dice dice) {
        this.customer = customer;
        this.week = week;
        this.dice = dice;
    }

    /** The week's events in the order of their times. */
    static List<DemoEvent> events(DemoCustomer customer, List<DemoUser> users, int week, Dice dice) {
        DemoWeek made = new DemoWeek(customer, week, dice);
        made.backups();
        for (DemoUser user : users) {
            if (user.activeIn(week)) {
                made.weekOf(user);
            }
        }
        made.events.sort(Comparator.comparingLong(DemoEvent::second)
                .thenComparing(event -> event.dice().seed()));
        return made.events;
    }

    private void backups() {
        for (int n = 0; n < 7 * BACKUPS_A_DAY; n++) {
            long second = DemoCalendar.start(week) + n * DemoCalendar.SECONDS_A_DAY / BACKUPS_A_DAY + 137;
            events.add(new DemoEvent(second, null, EventType.BACKUP_COMPLETED, dice.at(n)));
        }
    }

    private void weekOf(DemoUser user) {
        Dice own = user.habits().at(100 + week);
        boolean came = false;
        for (int day = 0; day < 7; day++) {
            if (own.at(day).chance(COMES_ON[day])) {
                dayOf(user, day, own.at(10 + day));
                came = true;
            }
        }
        if (!came) {
            dayOf(user, own.at(20).below(5), own.at(21));
        }
    }

    private void dayOf(DemoUser user, int day, Dice own) {
        int sessions = 1 + own.at(0).below(2 + user.habits().at(1).below(2));
        for (int n = 0; n < sessions; n++) {
            session(user, DemoCalendar.start(week) + day * DemoCalendar.SECONDS_A_DAY, own.at(1 + n));
        }
    }

    /** People come in the morning and after lunch; a session ends at midnight, so that days are days. */
    private void session(DemoUser user, long midnight, Dice own) {
        int hour = (customer.workdayStarts() + own.at(0).below(5) + own.at(1).below(6)) % 24;
        long second = midnight + hour * 3_600L + own.at(2).below(3_600);
        int length = 2 + own.at(3).below(4 + user.habits().at(2).below(9));
        for (int n = 0; n < length && second < midnight + DemoCalendar.SECONDS_A_DAY; n++) {
            Dice chance = own.at(10 + n);
            events.add(new DemoEvent(second, user, n == 0 ? EventType.LOGIN : next(chance), chance));
            second += 2 + chance.at(1).below(chance.at(2).chance(0.2) ? 600 : 60);
        }
    }

    /** Only the exporter that exists today mixes details with its own keys. */
    private EventType next(Dice chance) {
        EventType type = EventType.any(chance, week);
        boolean shadows = (type.keys() & Key.set(Key.CUSTOMER, Key.UNIQUE_IDENTIFIER)) != 0;
        return shadows && !customer.standardExporter() ? EventType.DOCUMENT_VIEWED : type;
    }
}
