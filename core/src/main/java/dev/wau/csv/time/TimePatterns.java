package dev.wau.csv.time;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes formats from patterns and refuses those that can't name one instant. */
final class TimePatterns {

    private static final LocalDateTime SAMPLE = LocalDateTime.of(2023, 11, 25, 22, 44, 55);
    private static final int MAX_OPTIONAL_SECTIONS = 4;

    private TimePatterns() {}

    /** The format of a pattern; throws INVALID_CONFIGURATION when it isn't one. */
    static TimeFormat compile(String pattern, TimeZones zones, TimeFormats.Excess excess) {
        DateTimeFormatter formatter = formatter(pattern);
        List<PatternItem> items = PatternItem.parse(pattern);
        if (items.stream().filter(item -> item.letter() == '[').count() > MAX_OPTIONAL_SECTIONS) {
            throw invalid(pattern, "more than " + MAX_OPTIONAL_SECTIONS + " optional sections");
        }
        List<List<TimeStep>> ways = new ArrayList<>();
        for (List<PatternItem> way : PatternItem.ways(items)) {
            Optional<List<TimeStep>> steps = PatternSteps.compile(way);
            if (steps.isEmpty()) {
                return slow(pattern, items, formatter, zones, excess);
            }
            PatternRules.broken(way).ifPresent(rule -> {
                throw invalid(pattern, rule);
            });
            ways.add(steps.get());
        }
        return new PatternTimeFormat(pattern, ways, zones, excess);
    }

    private static TimeFormat slow(
            String pattern,
            List<PatternItem> items,
            DateTimeFormatter formatter,
            TimeZones zones,
            TimeFormats.Excess excess) {
        if (items.stream().anyMatch(item -> "zvV".indexOf(item.letter()) >= 0)) {
            throw invalid(pattern, "a zone's name (z, v, V) stands only beside plain letters: u M d H h m s S a E");
        }
        TimeFormat format = new FormatterTimeFormat(pattern, formatter, zones, excess);
        if (!PatternRules.mixesDaysOfYear(items) && readsWhatItWrites(format, formatter)) {
            return format;
        }
        throw invalid(pattern, PatternRules.broken(items).orElse("doesn't give a whole date and time of day"));
    }

    private static boolean readsWhatItWrites(TimeFormat format, DateTimeFormatter formatter) {
        try {
            String written = SAMPLE.atOffset(ZoneOffset.UTC).format(formatter);
            byte[] sample = written.getBytes(StandardCharsets.UTF_8);
            return format.parse(sample, 0, sample.length) != TimeFormat.BAD;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(yearOfEraToYear(pattern))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw invalid(pattern, String.valueOf(e.getMessage()));
        }
    }

    // Strict resolving wants an era beside a year of era, which nobody writes.
    private static String yearOfEraToYear(String pattern) {
        StringBuilder years = new StringBuilder(pattern);
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            if (!quoted && c == 'G') {
                return pattern;
            }
            if (!quoted && c == 'y') {
                years.setCharAt(i, 'u');
            }
        }
        return years.toString();
    }

    private static WauException invalid(String pattern, String rule) {
        return new WauException(
                ErrorCode.INVALID_CONFIGURATION,
                "Invalid time format: '" + pattern + "' (" + rule + "). Allowed: "
                        + String.join(", ", TimeFormats.NAMES) + ", or a pattern such as dd-MM-yyyy HH:mm:ss");
    }
}
