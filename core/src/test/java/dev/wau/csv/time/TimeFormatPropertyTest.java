package dev.wau.csv.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.time.TimeFormats.Ambiguous;
import dev.wau.csv.time.TimeFormats.Excess;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Every byte-level parser against java.time (and BigDecimal) as the oracle. */
final class TimeFormatPropertyTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final long FIRST = LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                "uuuu-MM-dd HH:mm:ss",
                "uuuu-MM-dd HH:mm:ss.SSS",
                "uuuu-MM-dd'T'HH:mm:ss.SSSSSS",
                "dd-MM-yyyy HH:mm",
                "M/d/yyyy h:mm:ss a",
                "MM/dd/yyyy HH:mm:ss",
                "d.M.yyyy H:m:s",
                "uuuuMMddHHmmss",
                "uuuuMMddHHmmssSSS",
                "dd/MMM/uuuu:HH:mm:ss",
                "EEEE, d MMMM uuuu hh:mm a",
                "EEE MMM dd uuuu HH'h'mm");
    }

    @Property(tries = 5_000)
    void aPatternReadsWhatJavaWrites(
            @ForAll("patterns") String pattern,
            @ForAll @LongRange(min = -62135596800L, max = 253402300799L) long seconds,
            @ForAll @IntRange(max = 999_999) int micros) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, micros * 1000, ZoneOffset.UTC);

        assertAgrees(pattern, oracle(pattern).format(time));
    }

    @Property(tries = 20_000)
    void aPatternRefusesWhatJavaRefuses(
            @ForAll("patterns") String pattern,
            @ForAll @LongRange(min = -62135596800L, max = 253402300799L) long seconds,
            @ForAll @IntRange(max = 40) int place,
            @ForAll("replacements") char replacement) {
        StringBuilder text =
                new StringBuilder(oracle(pattern).format(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC)));
        text.setCharAt(place % text.length(), replacement);

        assertAgrees(pattern, text.toString());
    }

    @Provide
    Arbitrary<Character> replacements() {
        return Arbitraries.of('0', '1', '2', '3', '4', '6', '9', ' ', ':', '.', 'A', 'p', 'M', '\u0663');
    }

    @Property(tries = 5_000)
    void isoReadsWhatJavaWritesWithOffsets(
            @ForAll @LongRange(min = -62135510400L, max = 253402214399L) long seconds,
            @ForAll @IntRange(max = 999_999) int micros,
            @ForAll @IntRange(min = -1080, max = 1080) int offsetMinutes) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsetMinutes * 60);
        OffsetDateTime time =
                LocalDateTime.ofEpochSecond(seconds, micros * 1000, offset).atOffset(offset);
        long expected = seconds * 1_000_000 + micros;
        boolean inRange = seconds >= FIRST && seconds <= LAST && time.getYear() >= 0 && time.getYear() <= 9999;

        assertThat(read(format("iso", Excess.REJECT), time.toString())).isEqualTo(inRange ? expected : TimeFormat.BAD);
    }

    @Property(tries = 5_000)
    void epochReadsDecimals(
            @ForAll @LongRange(min = -400_000_000_000_000_000L, max = 400_000_000_000_000_000L) long unscaled,
            @ForAll @IntRange(max = 9) int scale,
            @ForAll Excess excess,
            @ForAll @IntRange(max = 2) int unit) {
        BigDecimal number = BigDecimal.valueOf(unscaled, scale);
        String name = TimeFormats.NAMES.get(2 + unit);
        BigDecimal micros = number.movePointRight(6 - 3 * unit);
        BigDecimal whole = micros.setScale(0, RoundingMode.DOWN);
        boolean exact = micros.compareTo(whole) == 0;
        boolean inRange = whole.compareTo(BigDecimal.valueOf(FIRST * 1_000_000)) >= 0
                && whole.compareTo(BigDecimal.valueOf(LAST * 1_000_000 + 999_999)) <= 0;
        boolean good = inRange && (exact || excess == Excess.CUT);

        assertThat(read(format(name, excess), number.toPlainString()))
                .isEqualTo(good ? whole.longValueExact() : TimeFormat.BAD);
    }

    private static void assertAgrees(String pattern, String text) {
        assertThat(read(format(pattern, Excess.REJECT), text))
                .as("'%s' as %s", text, pattern)
                .isEqualTo(expected(pattern, text));
    }

    private static long expected(String pattern, String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text, oracle(pattern));
            long seconds = time.toEpochSecond(ZoneOffset.UTC);
            boolean inRange = seconds >= FIRST && seconds <= LAST;
            return inRange ? seconds * 1_000_000 + time.get(ChronoField.MICRO_OF_SECOND) : TimeFormat.BAD;
        } catch (DateTimeException e) {
            return TimeFormat.BAD;
        }
    }

    private static DateTimeFormatter oracle(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static TimeFormat format(String name, Excess excess) {
        return TimeFormats.of(name, UTC, Ambiguous.EARLIER, excess);
    }

    private static long read(TimeFormat format, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return format.parse(bytes, 0, bytes.length);
    }
}
