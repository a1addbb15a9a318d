package dev.wau.cli.command;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code wau completion}. */
@Command(
        name = "completion",
        description = "Prints a completion script for bash and zsh: commands, options and their values.",
        footer = {
            "Examples:",
            "  source <(wau completion)                                     this shell",
            "  wau completion > /etc/bash_completion.d/wau                  every bash",
            "  echo 'autoload -U bashcompinit; bashcompinit; source <(wau completion)' >> ~/.zshrc"
        })
public final class CompletionCommand implements Subcommand {

    private final List<CommandEntry> commands;

    public CompletionCommand(List<CommandEntry> commands) {
        this.commands = commands;
    }

    @Override
    public ExitCode run(CommandContext context) {
        context.terminal().line(AutoComplete.bash("wau", CommandLines.complete(commands)));
        return ExitCode.DONE;
    }
}
