package dev.wau.config;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as people write them: {@code 1048576}, {@code 1 MiB}, {@code 1.5 GB}. */
public final class ByteSize {

    /** What may be written, for messages. */
    static final String FORM = "a number of bytes such as 1048576, 512 KiB, 1 MiB, 64 GiB";

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,3})?)\\s*([A-Za-z]*)");

    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("b", 1L),
            Map.entry("kb", 1_000L),
            Map.entry("mb", 1_000_000L),
            Map.entry("gb", 1_000_000_000L),
            Map.entry("tb", 1_000_000_000_000L),
            Map.entry("kib", 1L << 10),
            Map.entry("mib", 1L << 20),
            Map.entry("gib", 1L << 30),
            Map.entry("tib", 1L << 40));

    private ByteSize() {}

    /** The number of bytes; empty when the text isn't one. */
    public static OptionalLong parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        Long unit = UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT));
        if (unit == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(new BigDecimal(matcher.group(1))
                    .multiply(BigDecimal.valueOf(unit))
                    .longValueExact());
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /** A number of bytes in the largest unit that keeps it whole. */
    static String text(long bytes) {
        String[] units = {" bytes", " KiB", " MiB", " GiB", " TiB"};
        int unit = 0;
        long number = bytes;
        while (unit < units.length - 1 && number >= 1024 && number % 1024 == 0) {
            number /= 1024;
            unit++;
        }
        return number + units[unit];
    }
}
