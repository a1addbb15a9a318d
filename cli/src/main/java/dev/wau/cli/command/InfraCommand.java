package dev.wau.cli.command;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code wau infra}, where it isn't: CDK is large, so the command is a program of its own, module {@code infra}, which
 * {@code ./wau} builds and starts. Here it only has its place in the list of commands.
 */
@Command(
        name = "infra",
        description = "A program of its own, which ./wau of the source tree builds when it is first asked for.",
        footer = {
            "Example:",
            "  ./wau infra init       a commented infra.yaml",
            "  ./wau infra cost       what it would cost a month",
            "  ./wau infra synth      the CloudFormation templates"
        })
public final class InfraCommand implements Subcommand {

    @Unmatched
    List<String> arguments = new ArrayList<>();

    @Override
    public ExitCode run(CommandContext context) {
        throw new WauException(
                ErrorCode.NOT_FOUND,
                "Cannot run infra from here: it is a program of its own\n"
                        + "  Start it by ./wau infra in wau's source tree: docs/infra.md");
    }
}
