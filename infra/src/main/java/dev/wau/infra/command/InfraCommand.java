package dev.wau.infra.command;

import dev.wau.cli.command.CommandContext;
import dev.wau.cli.command.ExitCode;
import dev.wau.cli.command.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wau infra}: the commands below it. */
@Command(
        name = "infra",
        description = {
            "The system on AWS as code: writes CloudFormation templates by CDK, which 'cdk deploy' deploys. synth and deploy need"
                    + " Node.js."
        },
        footer = {
            "Example:",
            "  wau infra init                             a commented infra.yaml: account, region, choices",
            "  wau infra cost                             what it would cost a month",
            "  wau infra synth                            the templates, in cdk.out",
            "  wau infra deploy -e sandbox                deploys one, and looks at what stands there",
            "docs/infra.md goes from nothing to the first weekly report."
        },
        subcommands = {InfraInitCommand.class, InfraCostCommand.class, InfraSynthCommand.class, InfraDeployCommand.class
        })
public final class InfraCommand implements Subcommand {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public ExitCode run(CommandContext context) {
        context.terminal().message(spec.commandLine().getUsageMessage().stripTrailing());
        return ExitCode.WRONG_USE;
    }
}
