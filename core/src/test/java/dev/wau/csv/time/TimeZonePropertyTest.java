package dev.wau.csv.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.time.TimeFormats.Ambiguous;
import dev.wau.csv.time.TimeFormats.Excess;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Local times in zones with odd histories, java.time's rules as the oracle. The formats live on, as in a run. */
final class TimeZonePropertyTest {

    private static final List<String> ZONES = List.of(
            "UTC",
            "Asia/Kathmandu",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Europe/Dublin",
            "Europe/Berlin",
            "Africa/Casablanca",
            "Pacific/Apia",
            "America/New_York",
            "Africa/Monrovia",
            "Asia/Pyongyang",
            "Antarctica/Troll");

    private static final DateTimeFormatter EXPORTER = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Map<String, Map<Ambiguous, TimeFormat>> formats = new HashMap<>();

    @Property(tries = 20_000)
    void anyLocalTimeIsReadByTheZonesRules(
            @ForAll @IntRange(max = 11) int zone,
            @ForAll Ambiguous ambiguous,
            @ForAll @LongRange(min = -2_500_000_000L, max = 5_000_000_000L) long localSeconds) {
        check(ZONES.get(zone), ambiguous, localSeconds);
    }

    @Property(tries = 20_000)
    void timesAroundTransitionsAreReadByTheZonesRules(
            @ForAll @IntRange(max = 11) int zone,
            @ForAll Ambiguous ambiguous,
            @ForAll @LongRange(min = -2_500_000_000L, max = 5_000_000_000L) long near,
            @ForAll @IntRange(min = -100_000, max = 100_000) int away,
            @ForAll @IntRange(min = -2, max = 2) int beside) {
        String id = ZONES.get(zone);
        ZoneOffsetTransition next = ZoneId.of(id).getRules().nextTransition(java.time.Instant.ofEpochSecond(near));
        long edge = next == null ? near : next.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC);
        long otherEdge = next == null ? near : next.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC);

        check(id, ambiguous, edge + away);
        check(id, ambiguous, edge + beside);
        check(id, ambiguous, otherEdge + beside);
    }

    private void check(String zone, Ambiguous ambiguous, long localSeconds) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(localSeconds, 0, ZoneOffset.UTC);
        byte[] text = EXPORTER.format(local).getBytes(StandardCharsets.UTF_8);

        assertThat(format(zone, ambiguous).parse(text, 0, text.length))
                .as("%s in %s, %s", local, zone, ambiguous)
                .isEqualTo(expected(local, ZoneId.of(zone), ambiguous));
    }

    private static long expected(LocalDateTime local, ZoneId zone, Ambiguous ambiguous) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        boolean twice = offsets.size() == 2;
        if (offsets.isEmpty() || (twice && ambiguous == Ambiguous.REJECT)) {
            return TimeFormat.BAD;
        }
        ZoneOffset offset = offsets.get(twice && ambiguous == Ambiguous.LATER ? 1 : 0);
        long seconds = local.toEpochSecond(offset);
        int year = Year.from(java.time.Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC))
                .getValue();
        return year < 1 || year > 9999 ? TimeFormat.BAD : seconds * 1_000_000;
    }

    private TimeFormat format(String zone, Ambiguous ambiguous) {
        return formats.computeIfAbsent(zone, id -> new EnumMap<>(Ambiguous.class))
                .computeIfAbsent(
                        ambiguous, policy -> TimeFormats.of("exporter", ZoneId.of(zone), policy, Excess.REJECT));
    }
}
