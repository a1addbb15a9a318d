package dev.wau.infra.command;

import dev.wau.cli.command.CommandContext;
import dev.wau.cli.command.ExitCode;
import dev.wau.cli.command.Subcommand;
import dev.wau.infra.Node;
import dev.wau.infra.Written;
import dev.wau.infra.settings.Deployment;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau infra deploy}. */
@Command(
        name = "deploy",
        header = "Deploy an environment, and look at what stands there",
        description = {
            "Writes the template, has CDK's command line deploy it (which shows what changes in permissions, and asks), and then"
                    + " looks at the environment: wau doctor and wau catalog verify.",
            "Needs Node.js with npx, AWS credentials as AWS tools find them, and, for the looks at the warehouse, a way to it:"
                    + " network.warehouse-access. Ends with 1 if it is deployed and the looks find something, with 3 if it isn't."
        },
        footerHeading = "%n",
        footer = {
            "Example:",
            "  wau infra deploy -e sandbox",
            "  wau infra deploy -e production --yes     without CDK's question, as a pipeline does",
            "  wau infra deploy -e production --check   the looks alone"
        })
public final class InfraDeployCommand implements Subcommand {

    @Mixin
    DeploymentOptions deployments = new DeploymentOptions();

    @Mixin
    SourceTree sources = new SourceTree();

    @Option(names = "--yes", description = "don't ask before permissions change")
    boolean yes;

    @Option(names = "--check", description = "deploy nothing: only look at what stands there")
    boolean check;

    @Override
    public ExitCode run(CommandContext context) throws IOException {
        Deployment deployment = only(deployments.read(context));
        Path folder = context.path(Path.of("cdk.out"));
        CdkDeploy cdk = new CdkDeploy(folder, deployment.names().prefix());
        if (!check) {
            Node.requireNpx(context.environment());
            refuseWrong(new Templates(context, sources).write(List.of(deployment), folder));
            context.terminal().flush();
            int exit = cdk.run(yes);
            if (exit != 0) {
                throw new WauException(
                        ErrorCode.ENGINE_FAILED,
                        "Cannot deploy " + deployment.names().prefix() + ": CDK ended with " + exit
                                + " (its message is above; if CloudFormation had begun, it takes back what it changed)");
            }
        }
        ExitCode looks = new DeployedChecks(context, deployment).run(cdk.outputs());
        return check || looks == ExitCode.DONE ? looks : ExitCode.INCOMPLETE;
    }

    private Deployment only(List<Deployment> asked) {
        if (asked.size() != 1) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot deploy " + asked.size() + " environments at once (name one: -e "
                            + asked.stream()
                                    .map(deployment -> deployment.names().environment())
                                    .collect(Collectors.joining(", or -e "))
                            + ")");
        }
        return asked.get(0);
    }

    /** CDK's command line would refuse it too, later and with less to read. */
    private static void refuseWrong(List<Written> all) {
        for (Written written : all) {
            if (!written.errors().isEmpty()) {
                throw new WauException(
                        ErrorCode.INVALID_CONFIGURATION,
                        "Cannot deploy " + written.stack() + ": CDK or cdk-nag finds it wrong\n  "
                                + String.join("\n  ", written.errors()));
            }
        }
    }
}
