package dev.wau.cli;

import dev.wau.cli.command.CommandEntry;
import dev.wau.cli.command.VersionCommand;
import java.util.List;

/** All commands, in the order of the help. */
final class Commands {

    private Commands() {}

    static List<CommandEntry> all() {
        return List.of(new CommandEntry("version", "The version of wau, Java and the system", VersionCommand::new));
    }
}
