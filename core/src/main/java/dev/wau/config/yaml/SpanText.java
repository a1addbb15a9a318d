package dev.wau.config.yaml;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 15m}, {@code 6h}, {@code 1d}. */
public final class SpanText {

    /** What may be written, for messages. */
    public static final String FORM = "a span of time such as 15m, 6h, 1d";

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})\\s*([smhd])");

    private SpanText() {}

    /** The span; empty when the text isn't one. */
    public static Optional<Duration> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(written.group(1));
        return Optional.of(
                switch (written.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }
}
