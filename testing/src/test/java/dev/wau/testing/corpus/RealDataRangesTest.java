package dev.wau.testing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.ColumnRoles;
import dev.wau.csv.Dialect;
import dev.wau.csv.Encoding;
import dev.wau.csv.HeaderRule;
import dev.wau.csv.Limits;
import dev.wau.csv.PersonalData;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.csv.time.TimeFormats;
import dev.wau.model.Customer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files nobody here wrote, in ranges. They stand beside the repository and are not part of it. */
class RealDataRangesTest {

    private static final Path DATA = Path.of(System.getProperty("wau.shared.data", "../../shared/data"));
    private static final HeaderRule SERVER_LOG = new HeaderRule(
            HeaderRule.Kind.GIVEN,
            IntStream.range(0, 26).mapToObj(column -> "c" + column).toList());

    @ParameterizedTest
    @CsvSource({
        "cert/logon.csv, date, activity, MM/dd/yyyy HH:mm:ss",
        "cert/device.csv, date, activity, MM/dd/yyyy HH:mm:ss",
        "loghub/OpenStack_2k.log_structured.csv, Date Time, EventId, yyyy-MM-dd HH:mm:ss.SSS",
        "postgres-csvlog/csvlog_17_9_comprehensive.csv, c0, c11, yyyy-MM-dd HH:mm:ss.SSS zzz",
        "postgres-csvlog/csvlog_autoexplain_json.csv, c0, c11, yyyy-MM-dd HH:mm:ss.SSS zzz",
    })
    void rangesGiveWhatTheFileGives(String name, String time, String event, String format) throws IOException {
        Path path = DATA.resolve(name);
        Assumptions.assumeTrue(Files.isReadable(path), "the shared data is not here");
        byte[] file = Files.readAllBytes(path);
        ReadRules rules = rules(
                time.equals("c0") ? SERVER_LOG : HeaderRule.FIRST_RECORD,
                new ColumnRoles(List.of(time.split(" ")), event, null, null, null),
                format);

        RangedReading whole = RangedReading.whole(file, rules);

        assertThat(whole.records()).hasSizeGreaterThan(40);
        for (int size : List.of(100, 1_009, 65_536, 1_000_000)) {
            assertThat(RangedReading.ranges(file, rules, size)).isEqualTo(whole);
        }
    }

    private static ReadRules rules(HeaderRule header, ColumnRoles roles, String format) {
        return new ReadRules(
                new Customer("acme"),
                new Dialect(',', '"', '"', Encoding.UTF_8, 0, header),
                roles,
                TimeFormats.of(format, ZoneOffset.UTC, TimeFormats.Ambiguous.EARLIER, TimeFormats.Excess.REJECT),
                PersonalData.NONE,
                RowIdentity.FINGERPRINT,
                Limits.DEFAULT);
    }
}
