package dev.wau.catalog.prediction;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The types that crawlers give columns of CSV. AWS doesn't publish which texts are what; these are the ones that users report:
 * whole numbers, decimals, {@code true} and {@code false}; times and dates are text.
 */
enum PredictedType {
    BIGINT,
    DOUBLE,
    BOOLEAN,
    STRING;

    private static final int LONGEST = 40;
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?");

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PredictedType of(byte[] bytes, int start, int length) {
        if (length == 0 || length > LONGEST || !mayBeOther(bytes[start])) {
            return STRING;
        }
        String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        if (WHOLE.matcher(text).matches()) {
            return BIGINT;
        }
        if (DECIMAL.matcher(text).matches()) {
            return DOUBLE;
        }
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false") ? BOOLEAN : STRING;
    }

    private static boolean mayBeOther(byte first) {
        return (first >= '0' && first <= '9') || "+-.tTfF".indexOf(first) >= 0;
    }

    /** The type of values of both. */
    static PredictedType both(@Nullable PredictedType one, PredictedType other) {
        if (one == null || one == other) {
            return other;
        }
        boolean numbers = (one == BIGINT || one == DOUBLE) && (other == BIGINT || other == DOUBLE);
        return numbers ? DOUBLE : STRING;
    }
}
