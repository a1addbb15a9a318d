package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When something runs, as EventBridge Scheduler and Glue write it: whether they would take it, and how often it comes true, on
 * average. Minutes and hours are counted exactly, days by their share of a year.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">AWS: rate and cron
 *     expressions</a>
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html">AWS: Glue's cron
 *     expressions</a>
 */
public final class Schedule {

    private static final Pattern RATE = Pattern.compile("rate\\((?<count>[0-9]{1,9}) (?<unit>minute|hour|day)s?\\)");
    private static final Pattern CRON = Pattern.compile("cron\\((?<fields>.+)\\)");
    private static final String RULE = "rate(1 hour), or cron(MINUTES HOURS DAY-OF-MONTH MONTH DAY-OF-WEEK YEAR)";
    private static final double DAYS_OF_MONTH = 365.0 / 12;
    private static final double MINUTES_OF_DAY = 24 * 60;

    private final String expression;

    private Schedule(String expression) {
        this.expression = expression;
    }

    /**
     * Times a day.
     *
     * @throws IllegalArgumentException it is no expression that AWS takes: the rule that it breaks
     */
    public static double perDay(String expression) {
        return new Schedule(expression).perDay();
    }

    /** Notes what AWS would refuse, where a section says it. */
    static void check(Section section, String key, @Nullable String expression) {
        if (expression == null) {
            return;
        }
        try {
            perDay(expression);
        } catch (IllegalArgumentException e) {
            section.setting(key).ifPresent(setting -> setting.wrong(String.valueOf(e.getMessage())));
        }
    }

    private double perDay() {
        Matcher rate = RATE.matcher(expression);
        if (rate.matches()) {
            return perDay(Integer.parseInt(rate.group("count")), rate.group("unit"));
        }
        Matcher cron = CRON.matcher(expression);
        List<String> texts =
                cron.matches() ? List.of(cron.group("fields").strip().split("\\s+")) : List.of();
        CronField[] all = CronField.values();
        if (texts.size() != all.length) {
            throw new IllegalArgumentException(RULE);
        }
        Map<CronField, String> fields = new EnumMap<>(CronField.class);
        for (int i = 0; i < all.length; i++) {
            fields.put(all[i], texts.get(i));
        }
        return perDay(fields);
    }

    private static double perDay(int count, String unit) {
        if (count == 0) {
            throw new IllegalArgumentException("every 0 " + unit + "s is never: " + RULE);
        }
        double minutes = switch (unit) {
            case "minute" -> 1;
            case "hour" -> 60;
            default -> MINUTES_OF_DAY;
        };
        return MINUTES_OF_DAY / (minutes * count);
    }

    private static double perDay(Map<CronField, String> fields) {
        boolean anyOfMonth = "?".equals(fields.get(CronField.DAY_OF_MONTH));
        boolean anyOfWeek = "?".equals(fields.get(CronField.DAY_OF_WEEK));
        if (anyOfMonth == anyOfWeek) {
            throw new IllegalArgumentException(
                    "exactly one of day-of-month and day-of-week is ?, as in cron(15 0 * * ? *)");
        }
        count(fields, CronField.YEAR);
        double days = anyOfMonth
                ? share(fields, CronField.DAY_OF_WEEK, 7)
                : share(fields, CronField.DAY_OF_MONTH, DAYS_OF_MONTH);
        return count(fields, CronField.MINUTES)
                * count(fields, CronField.HOURS)
                * days
                * share(fields, CronField.MONTH, 12);
    }

    private static double share(Map<CronField, String> fields, CronField field, double all) {
        return "*".equals(fields.get(field)) ? 1 : Math.min(1, count(fields, field) / all);
    }

    private static double count(Map<CronField, String> fields, CronField field) {
        return field.count(Objects.requireNonNull(fields.get(field)));
    }
}
