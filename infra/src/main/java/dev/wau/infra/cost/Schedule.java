package dev.wau.infra.cost;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a schedule's expression comes true, on average. Minutes and hours are counted exactly, days by their share of a
 * year.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">AWS: rate and cron
 *     expressions</a>
 */
public final class Schedule {

    private static final Pattern RATE = Pattern.compile("rate\\((?<count>[0-9]{1,9}) (?<unit>minute|hour|day)s?\\)");
    private static final Pattern CRON = Pattern.compile("cron\\((?<fields>.+)\\)");
    private static final Pattern PART =
            Pattern.compile("(?<from>\\*|[0-9A-Z]+)(-(?<to>[0-9A-Z]+))?(/(?<step>[0-9]{1,4}))?");
    private static final int FIELDS = 6;
    private static final double DAYS_OF_MONTH = 365.0 / 12;

    private final String expression;

    private Schedule(String expression) {
        this.expression = expression;
    }

    /**
     * Times a day.
     *
     * @throws WauException INVALID_CONFIGURATION: it isn't an expression of EventBridge
     */
    public static double perDay(String expression) {
        return new Schedule(expression).perDay();
    }

    private double perDay() {
        Matcher rate = RATE.matcher(expression);
        if (rate.matches() && !rate.group("count").matches("0+")) {
            double minutes = switch (rate.group("unit")) {
                case "minute" -> 1;
                case "hour" -> 60;
                default -> 24 * 60;
            };
            return 24 * 60 / (minutes * Integer.parseInt(rate.group("count")));
        }
        Matcher cron = CRON.matcher(expression);
        String[] fields = cron.matches() ? cron.group("fields").strip().split("\\s+") : new String[0];
        if (fields.length != FIELDS) {
            throw unclear("rate(1 hour), or cron(MINUTES HOURS DAY-OF-MONTH MONTH DAY-OF-WEEK YEAR)");
        }
        double days = share(fields[2], 1, 31, DAYS_OF_MONTH) * share(fields[4], 1, 7, 7) * share(fields[3], 1, 12, 12);
        return count(fields[0], 0, 59) * count(fields[1], 0, 23) * days;
    }

    private double share(String field, int least, int most, double all) {
        return field.equals("?") || field.equals("*") ? 1 : Math.min(1, count(field, least, most) / all);
    }

    /** How many values a field has: {@code 0,30}, {@code 8-18}, {@code 0/15}, {@code MON-FRI}, {@code L}. */
    private double count(String field, int least, int most) {
        double values = 0;
        for (String part : field.split(",", -1)) {
            values += part.matches("L|[0-9]*W|LW|[0-9A-Z]+L|[0-9A-Z]+#[1-5]") ? rare(part) : counted(part, least, most);
        }
        return values;
    }

    /** One day of a month; written among weekdays it is a share of a week. */
    private static double rare(String part) {
        return part.contains("#") || part.matches("[0-9A-Z]+L") ? 7 / DAYS_OF_MONTH : 1;
    }

    private int counted(String part, int least, int most) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw unclear("'" + part + "' isn't understood");
        }
        String from = matcher.group("from");
        String to = matcher.group("to");
        String step = matcher.group("step");
        int first = from.equals("*") ? least : value(from, least, most);
        boolean open = from.equals("*") || step != null;
        int last = to != null ? value(to, least, most) : open ? most : first;
        int every = step == null ? 1 : Integer.parseInt(step);
        if (every == 0) {
            throw unclear("a step of 0");
        }
        // SAT-MON goes over the end.
        int span = last >= first ? last - first : last - first + most - least + 1;
        return span / every + 1;
    }

    private int value(String text, int least, int most) {
        int value = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : named(text);
        if (value < least || value > most) {
            throw unclear("'" + text + "' isn't from " + least + " to " + most);
        }
        return value;
    }

    private int named(String text) {
        int day = "SUN MON TUE WED THU FRI SAT".indexOf(text);
        int month = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".indexOf(text);
        if (text.length() != 3 || (day < 0 && month < 0)) {
            throw unclear("'" + text + "' isn't understood");
        }
        return (day >= 0 ? day : month) / 4 + 1;
    }

    private WauException unclear(String rule) {
        return new WauException(
                ErrorCode.INVALID_CONFIGURATION,
                "Cannot tell how often the schedule " + expression + " runs (" + rule
                        + ")\n  Mend it in infra.yaml, or say it of the aggregation: --runs-per-day N");
    }
}
