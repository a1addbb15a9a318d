package dev.wau.cli.command;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Option values whose mistakes deserve better words than picocli's. */
final class Converters {

    private Converters() {}

    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw wrong(text, "a day, such as 2025-06-30", e);
            }
        }
    }

    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw wrong(text, "an IANA time zone, such as Europe/Berlin or UTC", e);
            }
        }
    }

    static final class WeekStart implements ITypeConverter<DayOfWeek> {
        @Override
        public DayOfWeek convert(String text) {
            String asked = text.toUpperCase(Locale.ROOT);
            List<DayOfWeek> matches = Arrays.stream(DayOfWeek.values())
                    .filter(day -> asked.length() >= 3 && day.name().startsWith(asked))
                    .toList();
            if (matches.size() != 1) {
                throw wrong(text, "a day of the week, such as monday or sun", null);
            }
            return matches.get(0);
        }
    }

    /** One character; {@code tab} and {@code none} by name. */
    static final class OneCharacter implements ITypeConverter<Character> {
        @Override
        public Character convert(String text) {
            return switch (text) {
                case "tab", "\\t" -> '\t';
                case "none" -> '\0';
                default -> {
                    if (text.length() != 1) {
                        throw wrong(text, "one character, 'tab' or 'none'", null);
                    }
                    yield text.charAt(0);
                }
            };
        }
    }

    private static TypeConversionException wrong(
            String text, String rule, @org.jspecify.annotations.Nullable Exception cause) {
        TypeConversionException error = new TypeConversionException("'" + text + "' is not " + rule);
        if (cause != null) {
            error.initCause(cause);
        }
        return error;
    }
}
