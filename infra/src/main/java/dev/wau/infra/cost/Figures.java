package dev.wau.infra.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How figures of an estimate are written. */
public final class Figures {

    private static final MathContext DIGITS = new MathContext(6);

    private Figures() {}

    /** {@code 1,234.50}. */
    public static String usd(BigDecimal usd) {
        return String.format(Locale.ROOT, "%,.2f", usd);
    }

    /** About three digits, with separators: {@code 30,417}, {@code 12.2}, {@code 0.0833}. */
    public static String quantity(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return plain(new BigDecimal(value).round(new MathContext(3)).doubleValue());
    }

    /** Without exponent or zeros at the end: {@code 0.0000004}. */
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** The same of a number, with six digits. */
    public static String plain(double value) {
        return plain(BigDecimal.valueOf(value).round(DIGITS));
    }
}
