package dev.wau.infra.command;

import dev.wau.cli.Commands;
import dev.wau.cli.command.CommandContext;
import dev.wau.cli.command.ExitCode;
import dev.wau.infra.settings.Deployment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at a deployed environment by wau's own commands, told by variables what stands where. */
record DeployedChecks(CommandContext context, Deployment deployment) {

    private static final List<String> DOCTOR = List.of("doctor");
    private static final List<String> CATALOG = List.of("catalog", "verify");

    /** @param outputs of the stack, where they are known */
    ExitCode run(Map<String, String> outputs) {
        Map<String, String> variables = new TreeMap<>(deployment.variables());
        variables.put("WAU_REDSHIFT_SECRET", outputs.getOrDefault("WarehouseSecret", deployment.secretName()));
        // For clients whose place names no region.
        System.setProperty("aws.region", deployment.names().region());
        ExitCode worst = ExitCode.DONE;
        for (List<String> command : List.of(DOCTOR, CATALOG)) {
            context.tell("");
            context.tell("wau " + String.join(" ", command));
            ExitCode exit =
                    context.run(Commands.all(), variables, deployment.wau().file(), command);
            worst = exit.number() > worst.number() ? exit : worst;
        }
        return worst;
    }
}
