package dev.wau.csv.time;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a pattern must name so that nothing of the time is guessed. */
final class PatternRules {

    private PatternRules() {}

    /** The first rule that this way through a pattern breaks. */
    static Optional<String> broken(List<PatternItem> way) {
        Set<Character> letters = way.stream().map(PatternItem::letter).collect(Collectors.toUnmodifiableSet());
        return Optional.ofNullable(
                lacks(letters, "uy")
                        ? "no year: u or y is the year, Y the year of a week"
                        : lacks(letters, "ML")
                                ? "no month: M is the month, m the minute"
                                : lacks(letters, "d")
                                        ? "no day: d is the day of the month, D the day of the year"
                                        : lacks(letters, "Hh")
                                                ? "no hour: H counts to 23, h to 12"
                                                : lacks(letters, "H") && lacks(letters, "a")
                                                        ? "half a day's hour: h needs a (AM or PM); H counts to 23"
                                                        : lacks(letters, "m") && !lacks(letters, "s")
                                                                ? "seconds without minutes: m is the minute, M the month"
                                                                : lacks(letters, "s") && !lacks(letters, "S")
                                                                        ? "a fraction without seconds: s is the second, S its fraction"
                                                                        : null);
    }

    /** Whether a day of the year stands beside a month: a day of the month was meant. */
    static boolean mixesDaysOfYear(List<PatternItem> items) {
        Set<Character> letters = letters(items);
        return !lacks(letters, "D") && !lacks(letters, "ML");
    }

    private static Set<Character> letters(List<PatternItem> items) {
        return items.stream().map(PatternItem::letter).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean lacks(Set<Character> letters, String oneOf) {
        return oneOf.chars().noneMatch(letter -> letters.contains((char) letter));
    }
}
