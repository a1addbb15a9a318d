package dev.wau.infra.command;

import dev.wau.cli.command.CommandContext;
import dev.wau.config.yaml.Nearest;
import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.DeploymentReader;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which environments a command is about. */
final class DeploymentOptions {

    @Option(
            names = "--infra",
            paramLabel = "FILE",
            description = "infra.yaml to use (default: infra.yaml in the working folder)")
    Path file = Path.of("infra.yaml");

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "this environment alone; may be repeated (default: all)")
    List<String> environments = new ArrayList<>();

    /** Those that are asked for, in the file's order, as they can be deployed. */
    List<Deployment> read(CommandContext context) {
        requireOwnConfig(context);
        return chosen(DeploymentReader.read(context.path(file), context.environment()), context.path(file));
    }

    /** The same, whose sources may yet be folders. */
    List<Deployment> readPlanned(CommandContext context) {
        requireOwnConfig(context);
        return chosen(DeploymentReader.readPlanned(context.path(file), context.environment()), context.path(file));
    }

    /** {@code infra.yaml} decides for each environment; another one silently left aside would be a surprise. */
    private void requireOwnConfig(CommandContext context) {
        Path named = context.configTarget();
        if (!named.equals(context.path(Path.of("wau.yaml")))) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot use --config " + named + ": which wau.yaml an environment has, 'config' of "
                            + context.path(file) + " decides\n  Write it there: config: " + named);
        }
    }

    private List<Deployment> chosen(List<Deployment> all, Path path) {
        List<String> names =
                all.stream().map(deployment -> deployment.names().environment()).toList();
        for (String asked : environments) {
            if (!names.contains(asked)) {
                throw new WauException(
                        ErrorCode.NOT_FOUND,
                        "Cannot find environment '" + asked + "' in " + path
                                + Nearest.of(asked, names)
                                        .map(near -> " (did you mean '" + near + "'?)")
                                        .orElse("")
                                + "\n  There: " + String.join(", ", names));
            }
        }
        return all.stream()
                .filter(deployment -> environments.isEmpty()
                        || environments.contains(deployment.names().environment()))
                .toList();
    }
}
