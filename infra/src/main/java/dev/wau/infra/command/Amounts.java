package dev.wau.infra.command;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that say how much: their mistakes deserve better words than picocli's. */
final class Amounts {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final int MOST_MONTHS = 600;

    private Amounts() {}

    /** How much of something, or how often. */
    static final class Amount implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return number(text, BigDecimal.ZERO);
        }
    }

    /** The same, and not nothing. */
    static final class Positive implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return number(text, new BigDecimal("0.001"));
        }
    }

    /** How many months. */
    static final class Months implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            int months = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
            if (months < 1 || months > MOST_MONTHS) {
                throw wrong(text, "a whole number of months from 1 to " + MOST_MONTHS, null);
            }
            return months;
        }
    }

    private static Double number(String text, BigDecimal least) {
        String rule = "a number from " + least.toPlainString() + " to " + MOST.toPlainString() + ", such as 2.5";
        BigDecimal number;
        try {
            number = new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw wrong(text, rule, e);
        }
        if (number.compareTo(least) < 0 || number.compareTo(MOST) > 0) {
            throw wrong(text, rule, null);
        }
        return number.doubleValue();
    }

    private static TypeConversionException wrong(String text, String rule, @Nullable Exception cause) {
        TypeConversionException error = new TypeConversionException("'" + text + "' is not " + rule);
        if (cause != null) {
            error.initCause(cause);
        }
        return error;
    }
}
