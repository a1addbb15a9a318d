package dev.wau.cli.command;

import dev.wau.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** From arguments to an exit code: parse, help, run, errors. */
public final class CommandRunner {

    private final Surroundings surroundings;
    private final List<CommandEntry> commands;

    public CommandRunner(Surroundings surroundings, List<CommandEntry> commands) {
        this.surroundings = surroundings;
        this.commands = commands;
    }

    /** Runs one command line; never throws. */
    public ExitCode run(List<String> given) {
        List<String> arguments = helpAsOption(given);
        WauCommand root = new WauCommand();
        Terminal terminal = surroundings.terminal();
        CommandLine line = CommandLines.lazy(root, commands, arguments, terminal);
        try {
            ExitCode code = execute(line.parseArgs(arguments.toArray(String[]::new)), root);
            terminal.flush();
            return code;
        } catch (ParameterException e) {
            return new Failures(surroundings, root.common).wrongUse(explain(e));
        } catch (Throwable e) {
            return new Failures(surroundings, root.common).of(e, arguments);
        }
    }

    private ExitCode execute(ParseResult parsed, WauCommand root) throws Exception {
        ParseResult leaf = parsed;
        while (leaf.hasSubcommand()) {
            leaf = leaf.subcommand();
        }
        Terminal terminal = surroundings.terminal();
        if (leaf.isUsageHelpRequested() || parsed.isUsageHelpRequested()) {
            terminal.line(usage(leaf.commandSpec().commandLine()));
            return ExitCode.DONE;
        }
        if (parsed.isVersionHelpRequested()) {
            terminal.line(VersionCommand.text());
            return ExitCode.DONE;
        }
        if (leaf.commandSpec().userObject() instanceof Subcommand command) {
            return command.run(new CommandContext(surroundings, root.common));
        }
        terminal.message(usage(leaf.commandSpec().commandLine()));
        return ExitCode.WRONG_USE;
    }

    /** {@code wau help load} is {@code wau load --help}. */
    private static List<String> helpAsOption(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).equals("help")) {
            return arguments;
        }
        return arguments.size() == 1 ? List.of("--help") : List.of(arguments.get(1), "--help");
    }

    private static String usage(CommandLine line) {
        StringWriter text = new StringWriter();
        line.usage(new PrintWriter(text), line.getColorScheme());
        return text.toString().replace("\r\n", "\n").stripTrailing();
    }

    private static String explain(ParameterException error) {
        String command = error.getCommandLine().getCommandSpec().qualifiedName();
        StringBuilder text = new StringBuilder(String.valueOf(error.getMessage()));
        if (error instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                text.append(" (did you mean ").append(near.get(0)).append("?)");
            }
        }
        return text.append("\n  See: ").append(command).append(" --help").toString();
    }
}
