package dev.wau.infra.command;

import dev.wau.cli.command.CommandRunner;
import dev.wau.cli.command.Surroundings;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.TerminalSettings;
import dev.wau.infra.InfraMain;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs {@code wau infra} in this process, its working folder given, its output kept. */
final class TestingInfra {

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    TestingInfra(Path folder) {
        this.folder = folder;
    }

    /** Runs one command line and gives its exit code. */
    int run(String... arguments) {
        Surroundings surroundings =
                new Surroundings(new Terminal(out, err, TerminalSettings.PIPE), System.getenv(), folder);
        return new CommandRunner(surroundings, InfraMain.commands())
                .run(List.of(arguments))
                .number();
    }

    String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
