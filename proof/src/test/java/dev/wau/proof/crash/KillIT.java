package dev.wau.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.proof.ProofRecord;
import dev.wau.proof.ProofSettings;
import dev.wau.proof.process.CliProcess;
import dev.wau.proof.process.CliWarehouse;
import dev.wau.proof.process.Stage;
import dev.wau.proof.process.StageLog;
import dev.wau.proof.process.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The real command line is killed at random instants and run again: the tables equal those of a plain reader of the
 * source files, {@code wau verify} agrees, each batch has one marker, and nothing temporary stays.
 */
final class KillIT {

    private static final int ROUNDS_OF_A_WORKSPACE = 12;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void killedAtRandomInstantsNothingIsLostOrDoubled(CliWarehouse kind) {
        long seed = Long.getLong("proof.seed", System.nanoTime());
        System.out.println("Kills on " + kind + ": -Dproof.seed=" + seed);
        Random random = new Random(seed);
        Killer killer = new Killer(random);
        long started = System.nanoTime();
        for (int workspace = 1; killer.count() < ProofSettings.kills(); workspace++) {
            new KilledRounds(folder.resolve("w" + workspace), kind, random, killer)
                    .until(ProofSettings.kills(), ROUNDS_OF_A_WORKSPACE);
        }
        String stages = killer.kills().entrySet().stream()
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        String numbers = killer.count() + " kills (" + stages + "), 0 differences, " + seconds + " s";
        System.out.println(numbers);
        ProofRecord.add("kill at random instants", kind.name().toLowerCase(Locale.ROOT), numbers);
    }

    /** Rejects beyond a bound wait in a temporary file while they are loaded. */
    @Test
    void aKilledLoadLeavesNoTemporaryFileOfRejects() throws Exception {
        try (Workspace workspace = new Workspace(folder.resolve("w"), CliWarehouse.DUCKDB, new Random(1), 10)) {
            Path object = workspace.folder().resolve("central/csv/acme/rejects.csv");
            Files.createDirectories(object.getParent());
            Files.writeString(object, "timestamp,event\n" + "soon,login\n".repeat(1_000_000));
            StageLog log = new StageLog(folder.resolve("stages.log"));
            CliProcess load = workspace.cli().withJvm(log.option()).start("load", "--list");
            log.await(Stage.LOAD, load);
            Thread.sleep(400);
            assertThat(load.kill().code()).isEqualTo(137);
            try (Stream<Path> files = Files.list(workspace.cli().temporary())) {
                assertThat(files).isEmpty();
            }
        }
    }

    /** The classes that tell the stages are still those: else the kills could not be told apart. */
    @Test
    void theStagesAreSeenFromOutside() throws Exception {
        try (Workspace workspace = new Workspace(folder.resolve("w"), CliWarehouse.DUCKDB, new Random(1), 100)) {
            workspace.cli().run("run").requireDone();
            Path file = workspace
                    .exports()
                    .folder()
                    .resolve(workspace.exports().names().get(0));
            List<String> lines = Files.readAllLines(file);
            Files.write(file, lines.subList(0, lines.size() - 5));
            StageLog log = new StageLog(folder.resolve("stages.log"));
            workspace.cli().withJvm(log.option()).run("run").requireDone();
            assertThat(log.look()).isEqualTo(List.of(Stage.values()));
        }
    }
}
