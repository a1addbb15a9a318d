package dev.wau.csv.time;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles pattern parts to steps, where steps can read them just as {@link java.time.format.DateTimeFormatter} does. */
final class PatternSteps {

    private static final String NUMBERS = "uyMLdHhmsS";
    private static final int CENTURY = 2000;

    private PatternSteps() {}

    /** The steps of one way through a pattern; empty when it needs a formatter. */
    static Optional<List<TimeStep>> compile(List<PatternItem> way) {
        List<TimeStep> steps = new ArrayList<>();
        Set<Character> letters = new HashSet<>();
        for (int i = 0; i < way.size(); i++) {
            PatternItem item = way.get(i);
            TimeStep step = step(item);
            boolean digitsMeet = i + 1 < way.size() && isNumber(item) && item.count() == 1 && isNumber(way.get(i + 1));
            boolean twice = item.letter() != PatternItem.TEXT && !letters.add(part(item.letter()));
            if (step == null || digitsMeet || twice) {
                return Optional.empty();
            }
            steps.add(step);
        }
        boolean hoursAgree = letters.contains('a') == letters.contains('h') && !hasBoth(letters, 'H', 'h');
        return hoursAgree ? Optional.of(steps) : Optional.empty();
    }

    private static @Nullable TimeStep step(PatternItem item) {
        int count = item.count();
        return switch (item.letter()) {
            case PatternItem.TEXT -> TimeSteps.text(item.text());
            case 'u', 'y' -> year(count);
            case 'M', 'L' -> count > 2 ? month(count) : number(count, (parts, month) -> parts.month = month);
            case 'd' -> number(count, (parts, day) -> parts.day = day);
            case 'H', 'h' -> number(count, (parts, hour) -> parts.hour = hour);
            case 'm' -> number(count, (parts, minute) -> parts.minute = minute);
            case 's' -> number(count, (parts, second) -> parts.second = second);
            case 'S' -> count > 9 ? null : TimeSteps.fraction(count);
            case 'a' -> count == 1 ? TimeSteps.half() : null;
            case 'E' -> count > 4 ? null : TimeSteps.weekday(count == 4 ? TextStyle.FULL : TextStyle.SHORT);
            case 'X', 'x' -> TimeSteps.offset();
            case 'Z' -> count == 4 ? null : TimeSteps.offset();
            case 'V', 'z', 'v' -> TimeSteps.zone();
            default -> null;
        };
    }

    private static @Nullable TimeStep year(int count) {
        return switch (count) {
            case 2 -> TimeSteps.digits(2, (parts, year) -> parts.year = CENTURY + year);
            case 4 -> TimeSteps.digits(4, (parts, year) -> parts.year = year);
            default -> null;
        };
    }

    private static @Nullable TimeStep month(int count) {
        return switch (count) {
            case 3 -> TimeSteps.month(TextStyle.SHORT);
            case 4 -> TimeSteps.month(TextStyle.FULL);
            default -> null;
        };
    }

    private static @Nullable TimeStep number(int count, TimeSteps.Part part) {
        return switch (count) {
            case 1 -> TimeSteps.oneOrTwoDigits(part);
            case 2 -> TimeSteps.digits(2, part);
            default -> null;
        };
    }

    private static boolean isNumber(PatternItem item) {
        return NUMBERS.indexOf(item.letter()) >= 0 && item.count() <= (item.letter() == 'M' ? 2 : 9);
    }

    private static char part(char letter) {
        return switch (letter) {
            case 'y' -> 'u';
            case 'L' -> 'M';
            case 'x', 'Z', 'V', 'z', 'v' -> 'X';
            default -> letter;
        };
    }

    private static boolean hasBoth(Set<Character> letters, char one, char other) {
        return letters.contains(one) && letters.contains(other);
    }
}
