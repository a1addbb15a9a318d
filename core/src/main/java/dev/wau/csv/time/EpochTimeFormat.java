package dev.wau.csv.time;

import java.time.ZoneOffset;

/**
 * {@code epoch-seconds}, {@code epoch-milliseconds}, {@code epoch-microseconds}: a decimal number of units since
 * 1970-01-01T00:00:00Z, with an optional sign and an optional fraction of one to nine digits after a point. Digits are
 * cut toward zero.
 */
final class EpochTimeFormat extends ByteTimeFormat {

    /** The unit a file counts in. */
    enum Unit {
        SECONDS(1_000_000),
        MILLISECONDS(1_000),
        MICROSECONDS(1);

        private final long micros;

        Unit(long micros) {
            this.micros = micros;
        }
    }

    private static final long MAX_MICROS = CivilTime.MAX_SECONDS * 1_000_000 + 999_999;
    private static final long MIN_MICROS = CivilTime.MIN_SECONDS * 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private final Unit unit;
    private final TimeFormats.Excess excess;

    EpochTimeFormat(String name, Unit unit, TimeFormats.Excess excess) {
        super(
                name + " (a number since 1970-01-01T00:00:00Z)",
                ZoneOffset.UTC,
                TimeFormats.choices(TimeFormats.Ambiguous.EARLIER, excess));
        this.unit = unit;
        this.excess = excess;
    }

    @Override
    long read(byte[] bytes, int start, int end) {
        boolean signed = start < end && (bytes[start] == '-' || bytes[start] == '+');
        int at = signed ? start + 1 : start;
        int digits = TimeDigits.count(bytes, at, end, end - at);
        int point = at + digits;
        long fraction = TimeDigits.NO_FRACTION;
        if (digits > 0 && point < end && bytes[point] == '.') {
            fraction = TimeDigits.fraction(bytes, point + 1, end);
        }
        int read = fraction == TimeDigits.NO_FRACTION ? point : point + 1 + TimeDigits.length(fraction);
        if (digits == 0 || read != end) {
            return TimeFault.NOT_IN_FORMAT.code();
        }
        long whole = whole(bytes, at, digits);
        return micros(whole, TimeDigits.billionths(fraction), signed && bytes[start] == '-' ? -1 : 1);
    }

    private long micros(long whole, int billionths, int sign) {
        long parts = billionths * unit.micros;
        if (parts % BILLION != 0 && excess == TimeFormats.Excess.REJECT) {
            return TimeFault.EXCESS_DIGITS.code();
        }
        if (whole > MAX_MICROS / unit.micros) {
            return TimeFault.OUT_OF_RANGE.code();
        }
        long micros = sign * (whole * unit.micros + parts / BILLION);
        return micros < MIN_MICROS || micros > MAX_MICROS ? TimeFault.OUT_OF_RANGE.code() : micros;
    }

    private static long whole(byte[] bytes, int at, int digits) {
        long whole = 0;
        for (int i = at; i < at + digits; i++) {
            if (whole > MAX_MICROS) {
                return Long.MAX_VALUE;
            }
            whole = whole * 10 + (bytes[i] - '0');
        }
        return whole;
    }

    @Override
    String hint(byte[] text, long fault) {
        boolean smallerUnit = TimeFault.of(fault) == TimeFault.OUT_OF_RANGE && unit != Unit.MICROSECONDS;
        return smallerUnit ? "; a smaller unit, such as time.format: epoch-" + smaller() + "?" : "";
    }

    private String smaller() {
        return unit == Unit.SECONDS ? "milliseconds" : "microseconds";
    }
}
