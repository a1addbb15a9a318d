package dev.wau.cli;

import dev.wau.cli.command.CommandRunner;
import dev.wau.cli.command.ExitCode;
import dev.wau.cli.command.Surroundings;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.TerminalSettings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs {@code wau} in this process, its working folder and environment given, its output kept. */
public final class TestingWau {

    private final Path folder;
    private final TerminalSettings settings;

    public TestingWau(Path folder) {
        this(folder, TerminalSettings.PIPE);
    }

    public TestingWau(Path folder, TerminalSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** What a command printed and how it ended. */
    public record Run(int exit, String out, String err) {

        /** The lines of standard output. */
        public List<String> lines() {
            return out.lines().toList();
        }
    }

    /** Runs one command line. */
    public Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(new Terminal(out, err, settings), Map.of(), folder);
        ExitCode code = new CommandRunner(surroundings, Commands.all()).run(List.of(arguments));
        return new Run(code.number(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
