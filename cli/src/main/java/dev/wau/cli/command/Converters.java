package dev.wau.cli.command;

import dev.wau.csv.Encoding;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** An encoding by its name in {@code wau.yaml}. */
    static final class EncodingName implements ITypeConverter<Encoding> {
        @Override
        public Encoding convert(String text) {
            String asked = text.toLowerCase(Locale.ROOT).replace('_', '-');
            return Arrays.stream(Encoding.values())
                    .filter(encoding -> encoding.label().equals(asked))
                    .findFirst()
                    .orElseThrow(() -> wrong(text, "one of " + String.join(", ", new EncodingNames()), null));
        }
    }

    /** Every encoding's name in {@code wau.yaml}, for help and completion. */
    static final class EncodingNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Encoding.values()).map(Encoding::label).iterator();
        }
    }

    /** How many: a whole number that isn't negative. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return wholeNumber(text, 0);
        }
    }

    /** How many: a whole number from 1. */
    static final class AtLeastOne implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return wholeNumber(text, 1);
        }
    }

    private static int wholeNumber(String text, int least) {
        String rule = "a whole number from " + least + " to " + Integer.MAX_VALUE;
        try {
            int count = Integer.parseInt(text);
            if (count >= least) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw wrong(text, rule, e);
        }
        throw wrong(text, rule, null);
    }

    /** How long: a whole number of seconds, minutes or hours. */
    static final class Time implements ITypeConverter<Duration> {

        private static final Pattern TIME = Pattern.compile("(?<count>[0-9]{1,9})(?<unit>[smh]?)");

        @Override
        public Duration convert(String text) {
            Matcher time = TIME.matcher(text);
            if (!time.matches()) {
                throw wrong(text, "a time, such as 90s, 10m or 1h", null);
            }
            long count = Long.parseLong(time.group("count"));
            return switch (time.group("unit")) {
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofSeconds(count);
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
