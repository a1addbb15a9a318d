package dev.wau.infra;

import dev.wau.cli.command.CommandEntry;
import dev.wau.cli.command.CommandRunner;
import dev.wau.cli.command.Surroundings;
import dev.wau.infra.command.InfraCommand;
import java.util.List;

/** The process of {@code wau infra}: CDK is large, so it is no part of wau's own. */
public final class InfraMain {

    private InfraMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandRunner(Surroundings.system(), commands())
                .run(List.of(arguments))
                .number());
    }

    /** The one command, with those below it. */
    public static List<CommandEntry> commands() {
        return List.of(new CommandEntry("infra", "The system on AWS as code", InfraCommand::new));
    }
}
