package dev.wau.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them: {@code 1,204,377}, {@code 184 MB}, {@code +4.0 %}, {@code 0.9 s}. */
public final class Numbers {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Numbers() {}

    /** With separators: {@code 1,204,377}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A count and its word: {@code 1 file}, {@code 1,312 files}. */
    public static String count(long value, String singular) {
        return count(value) + " " + (value == 1 ? singular : plural(singular));
    }

    /** Bytes in powers of a thousand, about three digits: {@code 184 MB}. */
    public static String bytes(long value) {
        int unit = 0;
        double rest = (double) value;
        while (rest >= 999.5 && unit < UNITS.length - 1) {
            rest /= 1000;
            unit++;
        }
        String digits = unit > 0 && rest < 9.95 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, digits, rest) + " " + UNITS[unit];
    }

    /** A change in percent, signed: {@code +4.0 %}; empty when there was nothing before. */
    public static String change(double before, double after) {
        return before == 0 ? "" : String.format(Locale.ROOT, "%+.1f %%", (after - before) * 100 / before);
    }

    /** A share in percent: {@code 41.7 %}. */
    public static String share(double value) {
        return String.format(Locale.ROOT, "%.1f %%", value * 100);
    }

    /** {@code 0.9 s}, {@code 41 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    private static String plural(String word) {
        boolean y = word.endsWith("y") && !word.endsWith("ay") && !word.endsWith("ey");
        if (y) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.endsWith("ch") || word.endsWith("s") ? word + "es" : word + "s";
    }
}
