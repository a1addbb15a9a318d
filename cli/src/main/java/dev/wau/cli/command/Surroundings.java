package dev.wau.cli.command;

import dev.wau.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a process has around it, passed in so that tests can run commands in this process.
 *
 * @param terminal where to print
 * @param environment variables
 * @param folder the working folder, absolute
 */
public record Surroundings(Terminal terminal, Map<String, String> environment, Path folder) {

    public Surroundings {
        environment = Map.copyOf(environment);
        folder = folder.toAbsolutePath().normalize();
    }

    /** This process's own. */
    public static Surroundings system() {
        Map<String, String> environment = System.getenv();
        return new Surroundings(Terminal.system(environment), environment, Path.of(""));
    }
}
