package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.collect.SourcePlace;
import dev.wau.config.CustomerConfig;
import dev.wau.csv.ColumnRoles;
import dev.wau.csv.Dialect;
import dev.wau.csv.Encoding;
import dev.wau.csv.HeaderRule;
import dev.wau.csv.PersonalData;
import dev.wau.csv.time.TimeFormat;
import dev.wau.csv.time.TimeFormats;
import dev.wau.csv.time.TimeFormats.Ambiguous;
import dev.wau.csv.time.TimeFormats.Excess;
import dev.wau.model.Customer;
import dev.wau.store.Location;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever changes what is made of a file changes the digest; where the files lie doesn't. */
final class RulesDigestTest {

    private static final Dialect SEMICOLON = new Dialect(';', '"', '"', Encoding.UTF_8, 0, HeaderRule.FIRST_RECORD);
    private static final PersonalData NOTHING = PersonalData.NONE;

    private final AggregateBench bench = new AggregateBench(Path.of("nowhere"));

    @Test
    void everyRuleCounts() {
        TimeFormat exporter = time("exporter", "UTC", Ambiguous.EARLIER, Excess.REJECT);
        List<String> digests = List.of(
                digest(Dialect.STANDARD, ColumnRoles.STANDARD, exporter, NOTHING),
                digest(SEMICOLON, ColumnRoles.STANDARD, exporter, NOTHING),
                digest(Dialect.STANDARD, new ColumnRoles(List.of("t"), "e", null, null, null), exporter, NOTHING),
                digest("exporter", "Europe/Berlin", Ambiguous.EARLIER, Excess.REJECT),
                digest("exporter", "Europe/Berlin", Ambiguous.LATER, Excess.REJECT),
                digest("exporter", "Europe/Berlin", Ambiguous.LATER, Excess.CUT),
                digest("dd-MM-yyyy HH:mm", "Europe/Berlin", Ambiguous.LATER, Excess.CUT),
                digest("dd-MM-yyyy HH:mm", "Europe/Berlin", Ambiguous.REJECT, Excess.CUT),
                digest(new PersonalData(Set.of("ip"), Set.of(), "")),
                digest(new PersonalData(Set.of(), Set.of("ip"), "one")),
                digest(new PersonalData(Set.of(), Set.of("ip"), "other")));

        assertThat(digests).doesNotHaveDuplicates().allMatch(digest -> digest.matches("[0-9a-f]{16}"));
    }

    @Test
    void theOrderOfASetDoesNot() {
        assertThat(digest(new PersonalData(Set.of("a", "b", "c", "d"), Set.of(), "")))
                .isEqualTo(digest(new PersonalData(Set.of("d", "c", "b", "a"), Set.of(), "")));
    }

    private String digest(PersonalData personalData) {
        TimeFormat exporter = time("exporter", "UTC", Ambiguous.EARLIER, Excess.REJECT);
        return digest(Dialect.STANDARD, ColumnRoles.STANDARD, exporter, personalData);
    }

    private String digest(String format, String zone, Ambiguous ambiguous, Excess excess) {
        TimeFormat time = time(format, zone, ambiguous, excess);
        return digest(Dialect.STANDARD, ColumnRoles.STANDARD, time, NOTHING);
    }

    private String digest(Dialect dialect, ColumnRoles roles, TimeFormat time, PersonalData personalData) {
        CustomerConfig customer = new CustomerConfig(
                new Customer("acme"),
                SourcePlace.of(Location.folder(Path.of("nowhere")), "*.csv"),
                dialect,
                roles,
                time,
                personalData);
        return RulesDigest.of(bench.config(), customer);
    }

    private static TimeFormat time(String format, String zone, Ambiguous ambiguous, Excess excess) {
        return TimeFormats.of(format, ZoneId.of(zone), ambiguous, excess);
    }
}
