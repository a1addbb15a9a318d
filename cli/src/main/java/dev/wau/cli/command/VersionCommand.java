package dev.wau.cli.command;

import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Terminal;
import java.util.Objects;
import picocli.CommandLine.Command;

/** {@code wau version}. */
@Command(
        name = "version",
        description = "What to name in a report of a problem.",
        footer = {"Example:", "  wau version --json"})
public final class VersionCommand implements Subcommand {

    @Override
    public ExitCode run(CommandContext context) {
        Terminal terminal = context.terminal();
        if (context.format() == Format.JSON) {
            try (JsonOutput json = JsonOutput.to(terminal)) {
                json.object("version")
                        .field("version", version())
                        .field("java", property("java.vm.version"))
                        .field("system", property("os.name") + " " + property("os.arch"))
                        .end();
            }
        } else {
            terminal.line(text());
        }
        return ExitCode.DONE;
    }

    static String text() {
        return "wau " + version() + " (Java " + property("java.vm.version") + ", " + property("os.name") + " "
                + property("os.arch") + ")";
    }

    /** From the jar's manifest; {@code development} when run from classes. */
    static String version() {
        return Objects.requireNonNullElse(VersionCommand.class.getPackage().getImplementationVersion(), "development");
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
