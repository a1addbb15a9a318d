package dev.wau.csv.time;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of {@link TimeStep}: numbers, names in English, fractions, zones and separators. */
final class TimeSteps {

    /** Puts a number where it belongs. */
    interface Part {
        void set(TimeParts parts, int number);
    }

    private static final int CASE_BIT = 0x20;

    private TimeSteps() {}

    /** Exactly this many digits. */
    static TimeStep digits(int digits, Part part) {
        return (bytes, at, end, parts) -> {
            int number = TimeDigits.number(bytes, at, end, digits);
            part.set(parts, number);
            return number < 0 ? TimeStep.NOT_HERE : at + digits;
        };
    }

    /** One or two digits. */
    static TimeStep oneOrTwoDigits(Part part) {
        return (bytes, at, end, parts) -> {
            int digits = TimeDigits.count(bytes, at, end, 2);
            part.set(parts, TimeDigits.number(bytes, at, end, digits));
            return digits == 0 ? TimeStep.NOT_HERE : at + digits;
        };
    }

    /** Exactly this many digits of a second's fraction, 1 to 9. */
    static TimeStep fraction(int digits) {
        return (bytes, at, end, parts) -> {
            long fraction = TimeDigits.fraction(bytes, at, Math.min(end, at + digits));
            parts.nanos = TimeDigits.billionths(fraction);
            return TimeDigits.length(fraction) == digits ? at + digits : TimeStep.NOT_HERE;
        };
    }

    /** This text, ASCII letters in any case. */
    static TimeStep text(String text) {
        byte[] expected = text.getBytes(StandardCharsets.UTF_8);
        return (bytes, at, end, parts) ->
                startsWith(bytes, at, end, expected) ? at + expected.length : TimeStep.NOT_HERE;
    }

    /** One of the names, in any case; gives its place from this number on. A name that starts another comes after it. */
    static TimeStep oneOf(List<String> names, int first, Part part) {
        byte[][] all = names.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return (bytes, at, end, parts) -> {
            for (int i = 0; i < all.length; i++) {
                if (startsWith(bytes, at, end, all[i])) {
                    part.set(parts, first + i);
                    return at + all[i].length;
                }
            }
            return TimeStep.NOT_HERE;
        };
    }

    /** {@code AM} or {@code PM}. */
    static TimeStep half() {
        return oneOf(List.of("AM", "PM"), 0, (parts, half) -> parts.half = half);
    }

    /** A month's English name: {@code Apr} or {@code April}. */
    static TimeStep month(TextStyle style) {
        List<String> names = Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(style, Locale.ENGLISH))
                .toList();
        return oneOf(names, 1, (parts, month) -> parts.month = month);
    }

    /** A day's English name: {@code Wed} or {@code Wednesday}. */
    static TimeStep weekday(TextStyle style) {
        List<String> names = Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(style, Locale.ENGLISH))
                .toList();
        return oneOf(names, 1, (parts, day) -> parts.weekday = day);
    }

    /** An offset or {@code Z}. */
    static TimeStep offset() {
        return (bytes, at, end, parts) -> {
            int to = at;
            while (to < end && (TimeDigits.isDigit(bytes[to]) || "+-:Zz".indexOf(bytes[to]) >= 0)) {
                to++;
            }
            return zoneText(at, to, parts);
        };
    }

    /** A zone's name or offset: up to the next space. */
    static TimeStep zone() {
        return (bytes, at, end, parts) -> {
            int to = at;
            while (to < end && bytes[to] != ' ' && bytes[to] != ']' && bytes[to] != ')') {
                to++;
            }
            return zoneText(at, to, parts);
        };
    }

    private static int zoneText(int start, int end, TimeParts parts) {
        parts.zoneStart = start;
        parts.zoneEnd = end;
        return start == end ? TimeStep.NOT_HERE : end;
    }

    private static boolean startsWith(byte[] bytes, int at, int end, byte[] expected) {
        if (end - at < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!same(bytes[at + i], expected[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(byte one, byte other) {
        int lower = one | CASE_BIT;
        return one == other || (lower == (other | CASE_BIT) && lower >= 'a' && lower <= 'z');
    }
}
