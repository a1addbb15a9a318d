package dev.wau.cli.demo;

/**
 * How much the demo makes. A smaller one is the same files, fewer of them.
 *
 * @param customers how many of the demo's customers, in its order: 1 to 8
 * @param weeks how many of the calendar's last weeks: 4 to 26
 */
record DemoSize(int customers, int weeks) {
    /** The demo as it is shown. */
    static final DemoSize FULL = new DemoSize(DemoCustomer.ALL.size(), DemoCalendar.WEEKS);

    DemoSize {
        if (customers < 1 || customers > DemoCustomer.ALL.size() || weeks < 4 || weeks > DemoCalendar.WEEKS) {
            throw new IllegalArgumentException("Invalid demo size: " + customers + " customers, " + weeks + " weeks");
        }
    }

    /** The first week that is made. */
    int firstWeek() {
        return DemoCalendar.WEEKS - weeks;
    }
}
