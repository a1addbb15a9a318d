package dev.wau.metrics;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Duration;

/**
 * One number of a run.
 *
 * @param name the metric's
 * @param value finite: CloudWatch has no others
 */
public record Measurement(String name, Unit unit, double value) {

    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double MILLIS_PER_DAY = 86_400e3;

    /** Nobody tells a hundredth of a minute's silence from none. */
    private static final double DAY_STEPS = 1e4;

    /** CloudWatch's units, as it writes them. */
    public enum Unit {
        COUNT("Count"),
        BYTES("Bytes"),
        SECONDS("Seconds"),
        /** It knows no days. */
        NONE("None");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        /** As CloudWatch writes it. */
        public String text() {
            return text;
        }
    }

    public Measurement {
        if (name.isBlank() || !Double.isFinite(value)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid metric '" + name + "': " + value + " (a name, a finite number)");
        }
    }

    /** So many. */
    public static Measurement count(String name, long number) {
        return new Measurement(name, Unit.COUNT, number);
    }

    /** So many bytes. */
    public static Measurement bytes(String name, long bytes) {
        return new Measurement(name, Unit.BYTES, bytes);
    }

    /** A time in seconds. */
    public static Measurement seconds(String name, Duration time) {
        return new Measurement(name, Unit.SECONDS, time.toMillis() / MILLIS_PER_SECOND);
    }

    /** A time in days. */
    public static Measurement days(String name, Duration time) {
        return new Measurement(name, Unit.NONE, days(time));
    }

    /** In days, to four places. */
    public static double days(Duration time) {
        return Math.round(time.toMillis() / MILLIS_PER_DAY * DAY_STEPS) / DAY_STEPS;
    }
}
