package dev.wau.proof.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts {@code wau} as a process of its own, by this JVM's java and class path.
 *
 * @param folder the working folder; what the process prints and its {@code java.io.tmpdir} are beside it, in {@code
 *     <folder>.out}
 * @param wrapper a command that gets java's command line as its arguments; empty for none
 * @param jvm further options of the JVM
 * @param environment further variables
 */
public record Cli(Path folder, List<String> wrapper, List<String> jvm, Map<String, String> environment) {

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    public Cli {
        wrapper = List.copyOf(wrapper);
        jvm = List.copyOf(jvm);
        environment = Map.copyOf(environment);
    }

    /** In this working folder. */
    public static Cli in(Path folder) {
        return new Cli(folder, List.of(), List.of(), Map.of());
    }

    /** Behind another command, for example {@code setpriv --reuid=65534}. */
    public Cli behind(String... command) {
        return new Cli(folder, List.of(command), jvm, environment);
    }

    /** With further options of the JVM. */
    public Cli withJvm(String... options) {
        return new Cli(folder, wrapper, List.of(options), environment);
    }

    /** Where the process's {@code java.io.tmpdir} is. */
    public Path temporary() {
        return output().resolve("tmp");
    }

    private Path output() {
        return folder.resolveSibling(folder.getFileName() + ".out");
    }

    /** Runs a command to its end. */
    public CliProcess.Exit run(String... arguments) {
        return start(arguments).await();
    }

    /** Starts a command. */
    public CliProcess start(String... arguments) {
        try {
            Files.createDirectories(temporary());
            Path out = Files.createTempFile(output(), "out-", ".txt");
            Path err = Files.createTempFile(output(), "err-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command(arguments))
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new CliProcess(List.of(arguments), builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                JAVA.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "-Duser.timezone=Asia/Kathmandu",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Djava.io.tmpdir=" + temporary()));
        List<String> start = Installation.start();
        command.addAll(start);
        // Before the class path, after what turns logging off.
        command.addAll(command.size() - 3, jvm);
        command.addAll(List.of(arguments));
        return command;
    }
}
