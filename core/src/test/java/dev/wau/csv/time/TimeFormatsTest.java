package dev.wau.csv.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.csv.time.TimeFormats.Ambiguous;
import dev.wau.csv.time.TimeFormats.Excess;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The written rules of docs/times.md, example by example. */
final class TimeFormatsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exporter             | UTC              | 2023-04-05 10:15:30           | 2023-04-05T10:15:30Z
            exporter             | UTC              | 2023-04-05 10:15:30.1         | 2023-04-05T10:15:30.1Z
            exporter             | UTC              | 2023-04-05 10:15:30.123456    | 2023-04-05T10:15:30.123456Z
            exporter             | UTC              | 2023-04-05 10:15:30.123456000 | 2023-04-05T10:15:30.123456Z
            exporter             | Asia/Kathmandu   | 2023-04-05 10:15:30           | 2023-04-05T04:30:30Z
            exporter             | UTC              | 2024-02-29 00:00:00           | 2024-02-29T00:00:00Z
            exporter             | UTC              | 0001-01-01 00:00:00           | 0001-01-01T00:00:00Z
            exporter             | UTC              | 9999-12-31 23:59:59.999999    | 9999-12-31T23:59:59.999999Z
            iso                  | UTC              | 2023-04-05T10:15              | 2023-04-05T10:15:00Z
            iso                  | UTC              | 2023-04-05 10:15:30,5         | 2023-04-05T10:15:30.5Z
            iso                  | Europe/Berlin    | 2023-04-05T10:15:30           | 2023-04-05T08:15:30Z
            iso                  | Europe/Berlin    | 2023-04-05T10:15:30Z          | 2023-04-05T10:15:30Z
            iso                  | Europe/Berlin    | 2023-04-05t10:15z             | 2023-04-05T10:15:00Z
            iso                  | Europe/Berlin    | 2023-04-05T10:15:30+05:30     | 2023-04-05T04:45:30Z
            iso                  | Europe/Berlin    | 2023-04-05T10:15:30.25-0330   | 2023-04-05T13:45:30.25Z
            iso                  | Europe/Berlin    | 2023-04-05T10:15+05           | 2023-04-05T05:15:00Z
            iso                  | Europe/Berlin    | 2023-04-05 10:15:30 +0530     | 2023-04-05T04:45:30Z
            iso                  | Europe/Berlin    | 2023-04-05 10:15:30.123 UTC   | 2023-04-05T10:15:30.123Z
            iso                  | UTC              | 2023-04-05 10:15:30 Asia/Kathmandu | 2023-04-05T04:30:30Z
            iso                  | Europe/Berlin    | 2023-10-29 02:30:00 CEST      | 2023-10-29T00:30:00Z
            iso                  | Europe/Berlin    | 2023-10-29 02:30:00 CET       | 2023-10-29T01:30:00Z
            epoch-seconds        | UTC              | 1680689730                    | 2023-04-05T10:15:30Z
            epoch-seconds        | UTC              | 1680689730.123456             | 2023-04-05T10:15:30.123456Z
            epoch-seconds        | UTC              | -0.5                          | 1969-12-31T23:59:59.5Z
            epoch-seconds        | UTC              | +0                            | 1970-01-01T00:00:00Z
            epoch-milliseconds   | UTC              | 1680689730123                 | 2023-04-05T10:15:30.123Z
            epoch-milliseconds   | UTC              | 1680689730123.456             | 2023-04-05T10:15:30.123456Z
            epoch-microseconds   | UTC              | 1680689730123456              | 2023-04-05T10:15:30.123456Z
            dd-MM-yyyy HH:mm     | UTC              | 05-04-2023 10:15              | 2023-04-05T10:15:00Z
            MM/dd/yyyy HH:mm:ss  | UTC              | 04/05/2023 10:15:30           | 2023-04-05T10:15:30Z
            M/d/yyyy h:mm:ss a   | UTC              | 4/5/2023 12:15:30 AM          | 2023-04-05T00:15:30Z
            M/d/yyyy h:mm:ss a   | UTC              | 12/25/2023 1:15:30 pm         | 2023-12-25T13:15:30Z
            uuuu-MM-dd HH:mm:ss.SSS z | UTC         | 2026-04-02 14:55:51.484 UTC   | 2026-04-02T14:55:51.484Z
            dd/MMM/yyyy:HH:mm:ss Z | UTC            | 05/apr/2023:10:15:30 +0200    | 2023-04-05T08:15:30Z
            EEE MMM d HH:mm:ss z yyyy | UTC         | Wed Apr 5 10:15:30 UTC 2023   | 2023-04-05T10:15:30Z
            uuuuMMdd'T'HHmmss[.SSS]X | UTC          | 20230405T101530.250Z          | 2023-04-05T10:15:30.25Z
            uuuuMMdd'T'HHmmss[.SSS]X | UTC          | 20230405T101530+01            | 2023-04-05T09:15:30Z
            dd.MM.yy HH:mm       | UTC              | 05.04.23 10:15                | 2023-04-05T10:15:00Z
            uuuu-DDD HH:mm       | UTC              | 2023-095 10:15                | 2023-04-05T10:15:00Z
            """)
    void readsTimes(String format, String zone, String text, String expected) {
        assertThat(read(format(format, zone), text)).isEqualTo(micros(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exporter            | UTC           | 2023-02-30 10:15:30          | no such date
            exporter            | UTC           | 2023-02-29 10:15:30          | no such date
            exporter            | UTC           | 1900-02-29 10:15:30          | no such date
            exporter            | UTC           | 2023-13-01 10:15:30          | no such date
            exporter            | UTC           | 2023-04-31 10:15:30          | no such date
            exporter            | UTC           | 2023-04-00 10:15:30          | no such date
            exporter            | UTC           | 2023-04-05 25:00:00          | no such time of day
            exporter            | UTC           | 2023-04-05 24:00:00          | no such time of day
            exporter            | UTC           | 2016-12-31 23:59:60          | no such time of day
            exporter            | UTC           | 2023-04-05 10:60:00          | no such time of day
            exporter            | UTC           | 2023-04-05T10:15:30          | not in the format exporter (uuuu-MM-dd HH:mm:ss[.f])
            exporter            | UTC           | 2023-04-05 10:15             | not in the format
            exporter            | UTC           | 2023-04-05 10:15:30.         | not in the format
            exporter            | UTC           | 2023-04-05 10:15:30.1234567890 | not in the format
            exporter            | UTC           | 2023-04-05 10:15:30Z         | not in the format
            exporter            | UTC           | ' 2023-04-05 10:15:30'       | not in the format
            exporter            | UTC           | 2023-04-05 10:1５:30         | not in the format
            exporter            | UTC           | 2023-04-05 10:15:30.1234567  | has digits below the microsecond
            exporter            | UTC           | 0000-12-31 23:59:59          | outside the years 0001 to 9999
            exporter            | Asia/Kathmandu | 0001-01-01 00:00:00         | outside the years 0001 to 9999
            exporter            | America/St_Johns | 9999-12-31 23:59:59       | outside the years 0001 to 9999
            exporter            | Europe/Berlin | 2023-03-26 02:30:00          | doesn't exist in Europe/Berlin (clocks went forward)
            exporter            | Pacific/Apia  | 2011-12-30 12:00:00          | doesn't exist in Pacific/Apia
            iso                 | UTC           | 2023-03-26 02:30 Europe/Berlin | doesn't exist in Europe/Berlin
            iso                 | UTC           | 2023-04-05                   | not in the format iso
            iso                 | UTC           | 2023-04-05T10                | not in the format
            iso                 | UTC           | 2023-04-05T10:15:3           | not in the format
            iso                 | UTC           | 2023-04-05T10:15:30UTC       | not in the format
            iso                 | UTC           | '2023-04-05T10:15:30 '       | not in the format
            iso                 | UTC           | 2023-04-05T10:15.5           | not in the format
            iso                 | UTC           | 2023-04-05T10:15:30+19       | its zone is not
            iso                 | UTC           | 2023-04-05T10:15:30+05:3     | its zone is not
            iso                 | UTC           | 2023-04-05T10:15:30 IST      | its zone is not
            iso                 | UTC           | 2023-04-05T10:15:30 Mars/Base | its zone is not
            iso                 | Europe/Berlin | 2023-07-01T10:15:30 CET      | no such hour
            epoch-seconds       | UTC           | 1680689730123                | epoch-milliseconds?
            epoch-seconds       | UTC           | 99999999999999999999999      | outside the years 0001 to 9999
            epoch-seconds       | UTC           | 1.68E9                       | not in the format
            epoch-seconds       | UTC           | 1680689730.                  | not in the format
            epoch-seconds       | UTC           | -                            | not in the format
            epoch-seconds       | UTC           | 1680689730.1234567           | has digits below the microsecond
            epoch-microseconds  | UTC           | 1680689730123456.7           | has digits below the microsecond
            M/d/yyyy h:mm:ss a  | UTC           | 4/5/2023 13:15:30 PM         | no such time of day
            M/d/yyyy h:mm:ss a  | UTC           | 4/5/2023 0:15:30 AM          | no such time of day
            M/d/yyyy h:mm:ss a  | UTC           | 2/30/2023 1:15:30 AM         | no such date
            M/d/yyyy h:mm:ss a  | UTC           | 4/5/2023 1:15:30             | not in the format 'M/d/yyyy h:mm:ss a'
            MM/dd/yyyy HH:mm:ss | UTC           | 4/5/2023 10:15:30            | not in the format
            EEE dd.MM.uuuu HH:mm | UTC          | Mon 05.04.2023 10:15         | the day of the week isn't
            """)
    void refusesWithTheRule(String format, String zone, String text, String rule) {
        TimeFormat times = format(format, zone);

        assertThat(read(times, text)).isEqualTo(TimeFormat.BAD);
        assertThat(times.explain(text)).contains(rule);
    }

    @Test
    void ambiguousTimesFollowThePolicy() {
        String twice = "2023-10-29 02:30:00";
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        TimeFormat reject = TimeFormats.of("exporter", berlin, Ambiguous.REJECT, Excess.REJECT);

        assertThat(read(TimeFormats.of("exporter", berlin, Ambiguous.EARLIER, Excess.REJECT), twice))
                .isEqualTo(micros("2023-10-29T00:30:00Z"));
        assertThat(read(TimeFormats.of("exporter", berlin, Ambiguous.LATER, Excess.REJECT), twice))
                .isEqualTo(micros("2023-10-29T01:30:00Z"));
        assertThat(read(reject, twice)).isEqualTo(TimeFormat.BAD);
        assertThat(reject.explain(twice)).startsWith("occurs twice in Europe/Berlin (clocks went back");
    }

    @Test
    void excessDigitsCanBeCut() {
        ZoneId utc = ZoneId.of("UTC");
        TimeFormat exporter = TimeFormats.of("exporter", utc, Ambiguous.EARLIER, Excess.CUT);
        TimeFormat epoch = TimeFormats.of("epoch-milliseconds", utc, Ambiguous.EARLIER, Excess.CUT);

        assertThat(read(exporter, "2023-04-05 10:15:30.123456789")).isEqualTo(micros("2023-04-05T10:15:30.123456Z"));
        assertThat(read(epoch, "-1.0019")).isEqualTo(-1001);
    }

    @Test
    void theCentralFormatIsTheExportersAndIso() {
        assertThat(read(TimeFormats.central(), "2023-04-05 10:15:30.000001")).isEqualTo(1_680_689_730_000_001L);
        assertThat(read(TimeFormats.central(), "2023-04-05T10:15:30+00:00")).isEqualTo(1_680_689_730_000_000L);
        assertThat(TimeFormats.central().description()).isEqualTo("iso (uuuu-MM-ddTHH:mm[:ss[.f]][zone]), zone UTC");
    }

    @Test
    void readsACellInTheMiddleOfABuffer() {
        byte[] buffer = "12023-04-05 10:15:302".getBytes(StandardCharsets.UTF_8);

        assertThat(format("exporter", "UTC").parse(buffer, 1, 19)).isEqualTo(micros("2023-04-05T10:15:30Z"));
        assertThat(format("iso", "UTC").parse(buffer, 1, 16)).isEqualTo(micros("2023-04-05T10:15:00Z"));
        assertThat(format("epoch-seconds", "UTC").parse(buffer, 1, 4)).isEqualTo(2023 * 1_000_000L);
        assertThat(format("iso", "UTC").parse(buffer, 1, 0)).isEqualTo(TimeFormat.BAD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dd-mm-yyyy HH:mm    | no month: M is the month, m the minute
            YYYY-MM-dd HH:mm    | no year: u or y is the year, Y the year of a week
            yyyy-MM-DD HH:mm    | no day: d is the day of the month, D the day of the year
            dd-MM-yyyy          | no hour: H counts to 23, h to 12
            dd-MM-yyyy[ HH:mm]  | no hour
            dd-MM-yyyy hh:mm    | h needs a (AM or PM)
            yyyy-MM-dd HH:MM:ss | seconds without minutes
            epoch-millis        | Unknown pattern letter
            yyyy-MM-dd HH:mm z D | a zone's name
            'dd ''oops'         | Pattern ends with an incomplete string literal
            """)
    void invalidPatternsSayWhatIsWrong(String pattern, String rule) {
        assertThatThrownBy(() -> format(pattern, "UTC"))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                .hasMessageStartingWith("Invalid time format: '" + pattern + "' (")
                .hasMessageContaining(rule)
                .hasMessageContaining("Allowed: exporter, iso, epoch-seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-", "+", ".", "2023", "é", "2023-04-05 10:15:30.", "2023-04-05T10:15:30+"})
    void neverThrowsOnShortOrOddText(String text) {
        for (String name : TimeFormats.NAMES) {
            TimeFormat format = format(name, "Europe/Dublin");
            long time = read(format, text);
            assertThat(format.explain(text)).isNotEmpty();
            assertThat(time == TimeFormat.BAD || text.equals("2023")).isTrue();
        }
    }

    private static TimeFormat format(String name, String zone) {
        return TimeFormats.of(name, ZoneId.of(zone), Ambiguous.EARLIER, Excess.REJECT);
    }

    private static long read(TimeFormat format, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return format.parse(bytes, 0, bytes.length);
    }

    private static long micros(String instant) {
        Instant time = Instant.parse(instant);
        return time.getEpochSecond() * 1_000_000 + time.get(ChronoField.MICRO_OF_SECOND);
    }
}
