package dev.wau.infra.command;

import dev.wau.cli.command.CommandContext;
import dev.wau.cli.command.ExitCode;
import dev.wau.cli.command.Subcommand;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.infra.Written;
import dev.wau.infra.settings.Deployment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau infra synth}. */
@Command(
        name = "synth",
        header = "Write the CloudFormation templates",
        description = {
            "Writes a template for each environment of infra.yaml, and what it uploads, into cdk.out; says what cdk-nag's rules"
                    + " find wrong. Asks AWS nothing.",
            "CDK's own command line may start it too: cdk --app 'wau infra synth' diff"
        },
        footerHeading = "%n",
        footer = {
            "Example:",
            "  wau infra synth",
            "  npx aws-cdk@2.1148.1 diff --app cdk.out wau-production",
            "  npx aws-cdk@2.1148.1 deploy --app cdk.out wau-production"
        })
public final class InfraSynthCommand implements Subcommand {

    /** What CDK's command line tells its app. */
    private static final String ASKED_BY_CDK = "CDK_OUTDIR";

    @Mixin
    DeploymentOptions deployments = new DeploymentOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "the folder to write (default: cdk.out)")
    @Nullable
    Path output;

    @Mixin
    SourceTree sources = new SourceTree();

    @Override
    public ExitCode run(CommandContext context) throws IOException {
        List<Deployment> environments = deployments.read(context);
        boolean byCdk = context.environment().containsKey(ASKED_BY_CDK) && output == null;
        Path folder = byCdk ? null : context.path(output == null ? Path.of("cdk.out") : output);
        List<Written> written = new Templates(context, sources).write(environments, folder);
        written.forEach(stack -> show(context, stack));
        long wrong = written.stream().mapToLong(stack -> stack.errors().size()).sum();
        if (wrong == 0 && folder != null) {
            context.tell("Next: wau infra deploy -e NAME, or npx " + CdkDeploy.PACKAGE + " deploy --app " + folder);
        }
        return wrong == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void show(CommandContext context, Written stack) {
        if (context.format() == Format.JSON) {
            try (JsonOutput json = JsonOutput.to(context.terminal())) {
                json.object("stack")
                        .field("name", stack.stack())
                        .field("template", stack.template().toString())
                        .field("resources", stack.resources())
                        .field("errors", stack.errors().size())
                        .field("warnings", stack.warnings().size())
                        .end();
            }
        } else {
            context.tell(stack.stack() + "  " + stack.resources() + " resources  " + stack.template());
        }
        stack.errors().forEach(error -> context.terminal().message("wrong   " + error));
        stack.warnings().forEach(warning -> context.note("note    " + warning));
    }
}
