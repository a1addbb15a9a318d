package dev.wau.cli.command;

import dev.wau.aggregate.AggregatePlan;
import dev.wau.aggregate.AggregatePlan.PlannedCustomer;
import dev.wau.aggregate.AggregatePlan.PlannedFile;
import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Listing;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Text;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau plan}. */
@Command(
        name = "plan",
        description = {
            "What 'wau run' would do now, without doing it: new and changed files, columns never seen before, bytes, and"
                    + " markers that wait for their load. Changes nothing, opens no file beyond its header."
        },
        footer = {"Examples:", "  wau plan", "  wau plan --all --json"})
public final class PlanCommand implements Subcommand {

    private static final int MOST_FILES = 30;

    @Option(names = "--all", description = "every file, not only the first " + MOST_FILES)
    boolean all;

    private record Row(Customer customer, PlannedFile file) {}

    @Mixin
    WaitOption wait = WaitOption.toRead();

    @Override
    public ExitCode run(CommandContext context) {
        try (LocalStages stages = LocalStages.readOnly(context.config(), wait.patience(context), context.progress())) {
            AggregatePlan plan = stages.aggregator().plan();
            List<ObjectKey> markers = stages.waitingMarkers();
            if (context.format() == Format.JSON) {
                json(context, plan, markers);
            } else {
                story(context, plan, markers);
            }
            return ExitCode.DONE;
        }
    }

    private void story(CommandContext context, AggregatePlan plan, List<ObjectKey> markers) {
        List<Row> rows = rows(plan);
        if (!rows.isEmpty()) {
            listing()
                    .print(
                            context.terminal(),
                            Format.TABLE,
                            all ? rows : rows.stream().limit(MOST_FILES).toList());
            if (!all && rows.size() > MOST_FILES) {
                context.terminal().line("... and " + Numbers.count(rows.size() - MOST_FILES, "more file") + " (--all)");
            }
        }
        for (PlannedCustomer customer : plan.customers()) {
            if (customer.error() != null) {
                context.terminal().line(Text.line(customer.customer() + ": would fail: " + customer.error()));
            }
        }
        long unchanged =
                plan.customers().stream().mapToLong(PlannedCustomer::unchanged).sum();
        context.terminal()
                .line("aggregate   " + Numbers.count(plan.files(), "file") + " to read   "
                        + Numbers.bytes(plan.bytes()) + "   " + Numbers.count(unchanged) + " unchanged"
                        + (plan.pending() > 0
                                ? "   " + Numbers.count(plan.pending()) + " of an interrupted run to take over"
                                : ""));
        context.terminal()
                .line("load        "
                        + (markers.isEmpty()
                                ? "no marker waits"
                                : Numbers.count(markers.size(), "marker") + " waiting: " + markers.get(0)
                                        + (markers.size() > 1 ? ", ..." : "")));
    }

    private static List<Row> rows(AggregatePlan plan) {
        return plan.customers().stream()
                .flatMap(customer -> customer.files().stream().map(file -> new Row(customer.customer(), file)))
                .toList();
    }

    private static Listing<Row> listing() {
        return new Listing<Row>("planned_file")
                .text("customer", Row::customer)
                .text("name", row -> row.file().name())
                .text("change", row -> row.file().change().name().toLowerCase(Locale.ROOT))
                .number("bytes", row -> row.file().bytes())
                .text("new_columns", row -> String.join(" ", row.file().newColumns()))
                .text("refusal", row -> row.file().refusal());
    }

    private static void json(CommandContext context, AggregatePlan plan, List<ObjectKey> markers) {
        listing().print(context.terminal(), Format.JSON, rows(plan));
        try (JsonOutput json = JsonOutput.to(context.terminal())) {
            for (PlannedCustomer customer : plan.customers()) {
                json.object("planned_customer")
                        .field("customer", customer.customer())
                        .field("files", customer.files().size())
                        .field("files_unchanged", customer.unchanged())
                        .field("error", customer.error())
                        .end();
            }
            markers.forEach(
                    marker -> json.object("waiting_marker").field("key", marker).end());
            json.object("plan")
                    .field("files", plan.files())
                    .field("bytes", plan.bytes())
                    .field("files_pending", plan.pending())
                    .field("markers_waiting", markers.size())
                    .end();
        }
    }
}
