package dev.wau.cli;

import dev.wau.cli.command.CommandRunner;
import dev.wau.cli.command.Surroundings;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.TerminalSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the short commands on a few records, so that the JVM that is told {@code -XX:DumpLoadedClassList} lists their
 * classes. Called by the launcher after a build; its outcome doesn't matter, only what it loads.
 */
public final class Training {

    private static final String FILE =
            "timestamp,event,userId\n2025-01-06 10:00:00,login,u1\n2025-01-14 10:00:00,login,u2\n";

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("wau-training-");
        try {
            train(folder);
        } finally {
            delete(folder);
        }
        WauMain.main(new String[] {"--version"});
    }

    private static void train(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("exports/acme"));
        Files.writeString(folder.resolve("exports/acme/a.csv"), FILE);
        run(folder, "--help");
        run(folder, "--version");
        run(folder, "reprot");
        run(folder, "init");
        run(folder, "inspect", "exports/acme/a.csv");
        run(folder, "run");
        run(folder, "report", "weekly");
        run(folder, "report", "retention", "--json");
        run(folder, "history");
        run(folder, "rejects", "--format", "csv");
        run(folder, "query", "SELECT count(*) FROM wau_audit_logs");
    }

    private static void run(Path folder, String... arguments) {
        TerminalSettings settings = new TerminalSettings(100, true, true, true);
        OutputStream nowhere = OutputStream.nullOutputStream();
        OutputStream errors = System.getenv("WAU_DEBUG") == null ? nowhere : System.err;
        Terminal terminal = new Terminal(nowhere, errors, settings);
        new CommandRunner(new Surroundings(terminal, Map.of(), folder), Commands.all()).run(List.of(arguments));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
