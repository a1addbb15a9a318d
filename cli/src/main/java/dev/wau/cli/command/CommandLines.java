package dev.wau.cli.command;

import dev.wau.cli.terminal.Terminal;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Builds picocli's model of the command line. */
final class CommandLines {

    private static final int WIDEST = 100;
    private static final int NARROWEST = 60;

    private CommandLines() {}

    /** Only the commands that the arguments name are built in full; the others are names for the help. */
    static CommandLine lazy(
            WauCommand root, List<CommandEntry> commands, Collection<String> arguments, Terminal terminal) {
        boolean known = commands.stream().anyMatch(command -> arguments.contains(command.label()));
        CommandLine line = new CommandLine(root);
        for (CommandEntry command : commands) {
            if (arguments.contains(command.label())) {
                line.addSubcommand(command.label(), full(command));
            } else if (!known) {
                line.addSubcommand(command.label(), name(command));
            }
        }
        return dressed(line, terminal);
    }

    /** All commands in full, for completion scripts. */
    static CommandLine complete(List<CommandEntry> commands) {
        CommandLine line = new CommandLine(new WauCommand());
        commands.forEach(command -> line.addSubcommand(command.label(), full(command)));
        return line;
    }

    private static CommandLine full(CommandEntry command) {
        CommandLine line = new CommandLine(command.maker().get());
        line.getCommandSpec().usageMessage().header(command.summary());
        laidOut(line);
        return line;
    }

    private static void laidOut(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .synopsisHeading("%n")
                .sortOptions(false)
                .optionListHeading("%nOptions:%n")
                .parameterListHeading("%n")
                .commandListHeading("%nCommands:%n")
                .footerHeading("%n");
        line.getSubcommands().values().forEach(CommandLines::laidOut);
    }

    private static CommandLine name(CommandEntry command) {
        CommandSpec spec = CommandSpec.create().name(command.label());
        spec.usageMessage().header(command.summary());
        return new CommandLine(spec);
    }

    private static CommandLine dressed(CommandLine line, Terminal terminal) {
        line.setColorScheme(Help.defaultColorScheme(terminal.settings().colour() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.setUsageHelpWidth(Math.max(NARROWEST, Math.min(WIDEST, terminal.width())));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.getSubcommands().values().forEach(CommandLines::withCommonOptionsLast);
        return line;
    }

    private static void withCommonOptionsLast(CommandLine command) {
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, CommandLines::ownThenCommon);
        command.getSubcommands().values().forEach(CommandLines::withCommonOptionsLast);
    }

    private static String ownThenCommon(Help help) {
        List<OptionSpec> options = help.commandSpec().options();
        List<OptionSpec> own =
                options.stream().filter(option -> !option.inherited()).toList();
        List<OptionSpec> common = options.stream().filter(OptionSpec::inherited).toList();
        return list(help, own) + "\nOptions of every command:\n" + list(help, common);
    }

    private static String list(Help help, List<OptionSpec> options) {
        if (options.isEmpty()) {
            return "";
        }
        Help.Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
        layout.addOptions(options, help.createDefaultParamLabelRenderer());
        return layout.toString();
    }
}
