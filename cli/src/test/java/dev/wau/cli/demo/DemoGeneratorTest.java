package dev.wau.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.model.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoGeneratorTest {
    private static final DemoSize SMALL = new DemoSize(3, 4);

    @TempDir
    private static Path made;

    private static DemoFacts facts = DemoFacts.of(Made.NOTHING, Made.NOTHING);

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() {
        facts = makeAll(7, 2, made);
    }

    @Test
    void oneSeedGivesTheSameBytesWithAnyNumberOfThreads() throws Exception {
        makeAll(7, 1, folder);
        assertThat(hash(folder)).isEqualTo(hash(made));
    }

    @Test
    void anotherSeedGivesOtherFiles() throws Exception {
        makeAll(8, 2, folder);
        assertThat(hash(folder)).isNotEqualTo(hash(made));
    }

    @Test
    void whatItCountedIsWhatStandsInTheFiles() {
        DemoOracle oracle = DemoOracle.of(made);
        assertThat(oracle.rejects()).isEqualTo(facts.rejects());
        assertThat(oracle.records()).isEqualTo(facts.total().records());
        assertThat(oracle.repeated()).isEqualTo(facts.count(Trap.REPEATED_EVENT));
        assertThat(oracle.totalRows()).isEqualTo(facts.rows());
        assertThat(oracle.weeklyUsers()).isEqualTo(facts.weeklyUsers());
        assertThat(oracle.copies()).isEqualTo((int) facts.count(Trap.COPY));
        assertThat(oracle.strangers()).isEqualTo((int) facts.count(Trap.NOT_AN_AUDIT_LOG));
    }

    @Test
    void whatItCountedAtFirstIsWhatStandsThereAtFirst() {
        DemoGenerator generator = new DemoGenerator(7, SMALL, 2);
        Made first = generator.write(Phase.FIRST, folder);
        DemoFacts before = DemoFacts.of(first, Made.NOTHING);
        DemoOracle oracle = DemoOracle.of(folder);
        assertThat(oracle.totalRows()).isEqualTo(before.rows());
        assertThat(oracle.weeklyUsers()).isEqualTo(before.weeklyUsers());
        assertThat(before.first()).isEqualTo(before.total());
    }

    @Test
    void everyTrapAndEveryReasonIsPlanted() {
        assertThat(facts.rejects()).containsOnlyKeys(RejectReason.values());
        assertThat(facts.count(Trap.REEXPORTED_BEFORE)).isNotEqualTo(facts.count(Trap.REEXPORTED_AFTER));
        assertThat(facts.traps())
                .containsKeys(
                        Trap.OVERLAPPING_EXPORT,
                        Trap.REPEATED_EVENT,
                        Trap.REEXPORTED_FILE,
                        Trap.COPY,
                        Trap.NOT_AN_AUDIT_LOG,
                        Trap.LATE_FILE,
                        Trap.IP_ADDRESS_FILE,
                        Trap.OTHER_EXPORTER_FILE,
                        Trap.SHADOWED_CUSTOMER,
                        Trap.SHADOWED_IDENTIFIER,
                        Trap.JSON_CELL,
                        Trap.LINE_BREAK);
    }

    @Test
    void filesAreNamedAsTheExporterNamesThem() {
        assertThat(made.resolve("acme/acme-Jun-05-2025-00:00:00--Jun-06-2025-00:00:00.csv"))
                .exists();
        assertThat(made.resolve("nordwind/audit_2025-06-05.csv")).exists();
    }

    @Test
    void theLateFilesOfTheEndAreWrittenToNobodysSource() throws IOException {
        DemoGenerator generator = new DemoGenerator(7, SMALL, 2);
        Made later = generator.write(Phase.LATER, folder);
        assertThat(later.volume().files()).isEqualTo(4);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("initech"));
        }
    }

    @Test
    void weeksEndOnTheLastSundayOfJune() {
        assertThat(DemoCalendar.monday(0)).isEqualTo("2024-12-30");
        assertThat(DemoCalendar.monday(DemoCalendar.WEEKS - 1).plusDays(6)).isEqualTo("2025-06-29");
    }

    private static DemoFacts makeAll(long seed, int threads, Path folder) {
        DemoGenerator generator = new DemoGenerator(seed, SMALL, threads);
        Made first = generator.write(Phase.FIRST, folder);
        return DemoFacts.of(first, generator.write(Phase.SECOND, folder));
    }

    private static String hash(Path folder) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            digest.update(folder.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
