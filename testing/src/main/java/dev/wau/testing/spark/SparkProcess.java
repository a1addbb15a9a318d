package dev.wau.testing.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of Spark's: a master, a worker or a driver, started as {@code spark-class} does. Thread-safe. Close it. */
public final class SparkProcess implements AutoCloseable {

    private final Process process;
    private final List<String> log = new CopyOnWriteArrayList<>();

    private SparkProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "spark-log");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts one.
     *
     * @param home a folder with Spark's jars in {@code jars}
     * @param options of the JVM
     * @param arguments the main class and what it is given
     */
    static SparkProcess start(
            Path home, Path folder, Map<String, String> environment, List<String> options, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", home.resolve("jars") + "/*"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME", home.toString(),
                        "SPARK_SCALA_VERSION", "2.12",
                        "JAVA_HOME", System.getProperty("java.home")));
        builder.environment().putAll(environment);
        return new SparkProcess(builder.start());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(log::add);
        } catch (IOException | UncheckedIOException ended) {
            // It was ended while its log was read: what came until then is there.
        }
    }

    /** Waits for a line of its log, and gives what the pattern's group found in it. */
    public String await(Pattern line) {
        await(() -> find(line).isPresent());
        return find(line).orElseThrow();
    }

    /** What the pattern's group found in the first such line of its log so far. */
    public Optional<String> find(Pattern line) {
        return log.stream().map(line::matcher).filter(Matcher::find).findFirst().map(matcher -> matcher.group(1));
    }

    /** Waits until this is so. */
    public void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("It didn't come:\n" + log());
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end. */
    public int end() throws InterruptedException {
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            throw new AssertionError("It didn't end:\n" + log());
        }
        return process.exitValue();
    }

    /** The process itself: its number, its end. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Its executors, if it is a worker. */
    public List<ProcessHandle> executors() {
        return process.toHandle().children().toList();
    }

    /** What it has written so far. */
    public String log() {
        return String.join("\n", log);
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        kill();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
