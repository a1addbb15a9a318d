package dev.wau.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** Who uses the product at a customer, and in which weeks: people come, pause, come back and leave for good. */
final class Population {
    private static final double PAUSES = 0.09;
    private static final double LEAVES = 0.02;
    private static final double COMES_BACK = 0.16;
    private static final double STATIONARY = 0.75;

    private Population() {}

    /** The users of a customer over the whole calendar. */
    static List<DemoUser> of(DemoCustomer customer, Dice dice) {
        List<DemoUser> users = new ArrayList<>();
        double expected = customer.users();
        for (int week = customer.firstWeek(); week < DemoCalendar.WEEKS; week++) {
            int joining = week == customer.firstWeek() ? customer.users() : joining(expected, customer, dice.at(week));
            for (int i = 0; i < joining; i++) {
                Dice own = dice.at(1_000 + users.size());
                int weeks = week == customer.firstWeek() ? founder(week, own) : life(week, own, true);
                users.add(new DemoUser("u" + (1_001 + users.size()), weeks, own));
            }
            expected *= 1 + customer.growth();
        }
        return users;
    }

    /** New people a week: those who replace the leaving ones, and the growth. */
    private static int joining(double expected, DemoCustomer customer, Dice dice) {
        double mean = expected * Math.max(0, 0.035 + customer.growth());
        return (int) (mean * (0.6 + 0.8 * dice.share()) + 0.5);
    }

    /** Those who were there before the log began are in the middle of their lives. */
    private static int founder(int week, Dice dice) {
        boolean here = dice.at(99).chance(STATIONARY);
        int weeks = life(week, dice, here);
        boolean away = !here || !dice.at(98).chance(DemoCalendar.attendance(week));
        return away ? weeks & ~(1 << week) : weeks;
    }

    private static int life(int joined, Dice dice, boolean startsHere) {
        int weeks = 0;
        boolean here = startsHere;
        boolean wasHere = startsHere;
        for (int week = joined; week < DemoCalendar.WEEKS; week++) {
            Dice thisWeek = dice.at(week);
            if (week > joined) {
                if (wasHere && thisWeek.chance(LEAVES)) {
                    return weeks;
                }
                here = wasHere ? !thisWeek.at(1).chance(PAUSES) : thisWeek.at(2).chance(COMES_BACK);
            }
            if (here && (week == joined || thisWeek.at(3).chance(DemoCalendar.attendance(week)))) {
                weeks |= 1 << week;
            }
            wasHere = here;
        }
        return weeks;
    }
}
