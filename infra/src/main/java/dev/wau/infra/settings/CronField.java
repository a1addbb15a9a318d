package dev.wau.infra.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field of a cron expression, in the order of the fields. */
enum CronField {
    MINUTES(0, 59, "", "(?!)"),
    HOURS(0, 23, "", "(?!)"),
    DAY_OF_MONTH(1, 31, "", "L|LW|([1-9]|[12][0-9]|3[01])W"),
    MONTH(1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC", "(?!)"),
    DAY_OF_WEEK(1, 7, "SUN MON TUE WED THU FRI SAT", "L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5])"),
    YEAR(1970, 2199, "", "(?!)");

    private static final Pattern PART =
            Pattern.compile("(?<from>\\*|[0-9A-Z]+)(-(?<to>[0-9A-Z]+))?(/(?<step>[0-9]{1,4}))?");
    private static final double DAYS_OF_MONTH = 365.0 / 12;

    private final int least;
    private final int most;
    private final String names;

    /** Single days that aren't numbers: the last, the nearest weekday, the third Friday. */
    private final String single;

    CronField(int least, int most, String names, String single) {
        this.least = least;
        this.most = most;
        this.names = names;
        this.single = single;
    }

    /**
     * How many values it has: {@code 0,30}, {@code 8-18}, {@code 0/15}, {@code MON-FRI}, {@code L}.
     *
     * @throws IllegalArgumentException the rule that it breaks
     */
    double count(String field) {
        double values = 0;
        for (String part : field.split(",", -1)) {
            values += part.matches(single) ? rare(part) : counted(part);
        }
        return values;
    }

    /** One day of a month; written among weekdays it is a share of a week. */
    private static double rare(String part) {
        return part.contains("#") || part.matches("[0-9A-Z]+L") ? 7 / DAYS_OF_MONTH : 1;
    }

    private int counted(String part) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + part + "' isn't understood");
        }
        String from = matcher.group("from");
        String to = matcher.group("to");
        String step = matcher.group("step");
        int first = from.equals("*") ? least : value(from);
        boolean open = from.equals("*") || step != null;
        int last = to != null ? value(to) : open ? most : first;
        int every = step == null ? 1 : Integer.parseInt(step);
        if (every == 0) {
            throw new IllegalArgumentException("a step of 0");
        }
        // SAT-MON goes over the end.
        int span = last >= first ? last - first : last - first + most - least + 1;
        return span / every + 1;
    }

    private int value(String text) {
        int value = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : named(text);
        if (value < least || value > most) {
            throw new IllegalArgumentException("'" + text + "' isn't from " + least + " to " + most);
        }
        return value;
    }

    private int named(String text) {
        int place = names.indexOf(text);
        if (text.length() != 3 || place < 0) {
            throw new IllegalArgumentException("'" + text + "' isn't understood");
        }
        return place / 4 + 1;
    }
}
