package dev.wau.cli.command;

import dev.wau.aggregate.AggregateResult;
import dev.wau.aggregate.CustomersFailedException;
import dev.wau.cli.stage.LocalStages;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.Warehouses;
import picocli.CommandLine.Command;

/** {@code wau aggregate}. */
@Command(
        name = "aggregate",
        description = {
            "Brings new and changed files of every customer to csv/<customer>/ in the central bucket, with the customer"
                    + " added and personal data removed, and then writes the completion marker.",
            "An interrupted run goes on where it stopped. Nothing new: no marker."
        },
        footer = {"Examples:", "  wau aggregate", "  wau aggregate --json | jq 'select(.type==\"aggregate\").marker'"})
public final class AggregateCommand implements Subcommand {

    @Override
    public ExitCode run(CommandContext context) {
        AggregateReport report = new AggregateReport(context);
        try (LocalStages stages =
                LocalStages.of(context.config(), Patience.of(Warehouses.PATIENCE), context.progress())) {
            AggregateResult result = stages.aggregator().run();
            report.print(result);
            return context.doneWith(AggregateReport.problems(result));
        } catch (CustomersFailedException e) {
            report.printBefore(e);
            throw e;
        }
    }
}
