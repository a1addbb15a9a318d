package dev.wau.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.ColumnRoles;
import dev.wau.csv.Dialect;
import dev.wau.csv.Encoding;
import dev.wau.csv.HeaderRule;
import dev.wau.csv.Limits;
import dev.wau.csv.PersonalData;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.csv.time.TimeFormat;
import dev.wau.csv.time.TimeFormats;
import dev.wau.model.Customer;
import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import dev.wau.model.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's reader over the demo's files: what was planted is what it rejects and refuses. */
class DemoReadTest {
    private final Map<RejectReason, Long> rejects = new EnumMap<>(RejectReason.class);
    private final List<RefusalReason> refusals = new ArrayList<>();
    private long records;

    @Test
    void theReaderRejectsWhatWasPlantedAndNothingElse(@TempDir Path folder) throws IOException {
        DemoGenerator generator = new DemoGenerator(7, new DemoSize(3, 4), 2);
        Made first = generator.write(Phase.FIRST, folder);
        DemoFacts facts = DemoFacts.of(first, generator.write(Phase.SECOND, folder));
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("(1)"))
                    .toList();
        }
        for (Path file : files) {
            read(file);
        }
        assertThat(rejects).isEqualTo(facts.rejects());
        assertThat(records).isEqualTo(facts.total().records());
        assertThat(refusals).containsExactly(RefusalReason.NO_TIME_COLUMN);
    }

    private void read(Path file) throws IOException {
        String customer = String.valueOf(file.getName(file.getNameCount() - 2));
        try (AuditLogReader reader = AuditLogReader.open(
                Files.newInputStream(file),
                rules(new Customer(customer)),
                reject -> rejects.merge(reject.reason(), 1L, Long::sum))) {
            while (reader.next()) {
                assertThat(reader.record().hashLow()).isNotZero();
            }
            records += reader.recordsRead();
        } catch (FileRefusedException e) {
            refusals.add(e.reason());
        }
    }

    private static ReadRules rules(Customer customer) {
        boolean german = customer.name().equals("nordwind");
        Dialect dialect =
                german ? new Dialect(';', '"', '"', Encoding.ISO_8859_1, 0, HeaderRule.FIRST_RECORD) : Dialect.STANDARD;
        ColumnRoles roles = german
                ? new ColumnRoles(List.of("Zeitpunkt"), "Aktion", "Benutzer", "Browser", "Kennung")
                : ColumnRoles.STANDARD;
        TimeFormat time = TimeFormats.of(
                german ? "dd.MM.uuuu HH:mm:ss" : "exporter",
                german ? ZoneId.of("Europe/Berlin") : ZoneOffset.UTC,
                TimeFormats.Ambiguous.EARLIER,
                TimeFormats.Excess.REJECT);
        PersonalData personal = new PersonalData(Set.of("ip_address"), Set.of(), "");
        return new ReadRules(customer, dialect, roles, time, personal, RowIdentity.FINGERPRINT, Limits.DEFAULT);
    }
}
