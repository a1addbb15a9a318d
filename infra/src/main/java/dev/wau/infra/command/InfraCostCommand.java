package dev.wau.infra.command;

import dev.wau.cli.command.CommandContext;
import dev.wau.cli.command.ExitCode;
import dev.wau.cli.command.Subcommand;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.infra.cost.Estimate;
import dev.wau.infra.cost.PriceList;
import dev.wau.infra.cost.PriceListReader;
import dev.wau.infra.cost.Usage;
import dev.wau.infra.settings.Deployment;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau infra cost}. */
@Command(
        name = "cost",
        header = "Estimate what a month costs",
        description = {
            "Estimates what each environment of infra.yaml costs a month: published prices, each with its date, times what its"
                    + " configuration and its use come to. Asks AWS nothing, and needs no Node.js.",
            "The figures of use below are yours to say; what else is assumed, docs/infra-cost.md tells."
        },
        footerHeading = "%n",
        footer = {
            "Examples:",
            "  wau infra cost",
            "  wau infra cost -e production --gb-per-day 20 --files-per-day 5000 --query-hours 6",
            "  wau infra cost --prices our-prices.json --json"
        })
public final class InfraCostCommand implements Subcommand {

    @Mixin
    DeploymentOptions deployments = new DeploymentOptions();

    @Mixin
    UsageOptions use = new UsageOptions();

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "prices to use instead of wau's own: JSON as docs/infra-cost.md has it")
    @Nullable
    Path prices;

    @Override
    public ExitCode run(CommandContext context) {
        Usage usage = use.usage();
        PriceList list = prices == null ? PriceListReader.builtIn() : PriceListReader.read(context.path(prices));
        List<Deployment> planned = deployments.readPlanned(context);
        List<Estimate> estimates = planned.stream()
                .map(deployment -> Estimate.of(deployment, usage, list))
                .toList();
        if (context.format() == Format.JSON) {
            try (JsonOutput json = JsonOutput.to(context.terminal())) {
                estimates.forEach(estimate -> CostJson.write(json, estimate));
            }
        } else {
            CostTable table = new CostTable(context, usage);
            estimates.forEach(table::print);
            table.printRemarks(estimates);
            noteFolders(context, planned);
        }
        return ExitCode.DONE;
    }

    /** What the estimate takes for granted, and a deployment wouldn't. */
    private static void noteFolders(CommandContext context, List<Deployment> planned) {
        Set<String> names = planned.stream()
                .flatMap(deployment -> deployment.wau().customers().stream())
                .filter(customer -> customer.source().location().isFolder())
                .map(customer -> customer.customer().name())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!names.isEmpty()) {
            context.note("Assumed: the sources that are folders (of " + String.join(", ", names)
                    + ") will be in S3; 'wau infra synth' and 'deploy' need them there.");
        }
    }
}
