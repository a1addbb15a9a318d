package dev.wau.proof.crash;

import dev.wau.proof.process.Cli;
import dev.wau.proof.process.CliProcess;
import dev.wau.proof.process.Stage;
import dev.wau.proof.process.StageLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Starts commands and kills them at random instants: a quarter of them anywhere in the command's usual time, the others
 * shortly after a stage that was drawn has begun, so that short stages are hit too.
 */
final class Killer {

    private static final long FIRST_GUESS = Duration.ofMillis(900).toNanos();
    private static final long LONGEST_STAGE = Duration.ofMillis(250).toNanos();

    private final Random random;
    private final Map<String, Long> usual = new HashMap<>();
    private final Map<Stage, Integer> kills = new EnumMap<>(Stage.class);

    Killer(Random random) {
        this.random = random;
    }

    /** How many kills fell in each stage. */
    Map<Stage, Integer> kills() {
        return kills;
    }

    /** How many processes were killed. */
    int count() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Starts the command; returns whether it was killed rather than done before. */
    boolean kill(Cli cli, List<Stage> aims, String... command) {
        Path log = temporary();
        StageLog stages = new StageLog(log);
        long started = System.nanoTime();
        CliProcess process = cli.withJvm(stages.option()).start(command);
        waitForInstant(process, stages, started, aims, command[0]);
        CliProcess.Exit exit = process.kill();
        List<Stage> reached = stages.look();
        delete(log);
        if (exit.code() == 137) {
            kills.merge(reached.isEmpty() ? Stage.START : reached.get(reached.size() - 1), 1, Integer::sum);
            return true;
        }
        if (exit.code() == 0) {
            learn(command[0], System.nanoTime() - started);
            return false;
        }
        throw new AssertionError("Neither killed nor done: " + exit);
    }

    private void waitForInstant(CliProcess process, StageLog stages, long started, List<Stage> aims, String command) {
        if (random.nextInt(4) == 0) {
            pauseUntil(process, started + (long) (random.nextDouble() * usual.getOrDefault(command, FIRST_GUESS)));
            return;
        }
        Stage aim = aims.get(random.nextInt(aims.size()));
        stages.await(aim, process);
        // Squared: short stages are over soon.
        double part = random.nextDouble();
        pauseUntil(process, System.nanoTime() + (long) (part * part * LONGEST_STAGE));
    }

    /** What a whole run took, for the next draw. */
    void learn(String command, long nanos) {
        usual.merge(command, nanos, (before, now) -> (3 * before + now) / 4);
    }

    private static void pauseUntil(CliProcess process, long instant) {
        while (process.isAlive() && System.nanoTime() < instant) {
            pause(Math.min(Duration.ofMillis(2).toNanos(), Math.max(1, instant - System.nanoTime())));
        }
    }

    private static void pause(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos).toMillis(), (int) (nanos % 1_000_000));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("wau-stages-", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
