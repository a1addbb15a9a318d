package dev.wau.cli;

import dev.wau.cli.command.CommandEntry;
import dev.wau.cli.command.CompletionCommand;
import dev.wau.cli.command.InitCommand;
import dev.wau.cli.command.InspectCommand;
import dev.wau.cli.command.VersionCommand;
import java.util.List;

/** All commands, in the order of the help. */
final class Commands {

    private Commands() {}

    static List<CommandEntry> all() {
        return List.of(
                new CommandEntry("init", "Write a commented wau.yaml", InitCommand::new),
                new CommandEntry("inspect", "Read one file and say what would become of it", InspectCommand::new),
                new CommandEntry(
                        "completion", "Print a completion script for bash and zsh", () -> new CompletionCommand(all())),
                new CommandEntry("version", "The version of wau, Java and the system", VersionCommand::new));
    }
}
