package dev.wau.lambda;

import dev.wau.testing.aws.LambdaRuntimeFake;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A packaged function in its own JVM, as Lambda runs it: the real runtime interface client alone on the class path, the
 * package unpacked in the working folder, from which the client loads it. Close it.
 */
final class FunctionProcess implements AutoCloseable {

    /** Those of Lambda's Java 17 runtime, and a small heap. */
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx192m");

    private final Process process;
    private final List<String> log = new CopyOnWriteArrayList<>();

    /**
     * Starts it.
     *
     * @param environment beside what Lambda itself gives
     */
    FunctionProcess(FunctionPackage code, Class<?> handler, LambdaRuntimeFake runtime, Map<String, String> environment)
            throws IOException {
        this(code, handler, runtime, environment, OPTIONS);
    }

    /** The same, with other options of the JVM. */
    FunctionProcess(
            FunctionPackage code,
            Class<?> handler,
            LambdaRuntimeFake runtime,
            Map<String, String> environment,
            List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(JavaRuntime.arguments(handler));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(code.folder().toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API", runtime.address(),
                        "AWS_LAMBDA_FUNCTION_NAME", "wau",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                        "AWS_REGION", "eu-west-1",
                        "AWS_ACCESS_KEY_ID", "key",
                        "AWS_SECRET_ACCESS_KEY", "secret"));
        builder.environment().putAll(environment);
        process = builder.start();
        Thread reader = new Thread(this::read, "function-log");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(log::add);
        } catch (IOException | UncheckedIOException ended) {
            // It was ended while its log was read: what came until then is there.
        }
    }

    /** The lines of its log so far. */
    List<String> lines() {
        return List.copyOf(log);
    }

    /** Its log so far. */
    String log() {
        return String.join("\n", log);
    }

    /** Processor time that it has used. */
    Duration processor() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Asks it to end, and waits until it has. */
    void end() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
