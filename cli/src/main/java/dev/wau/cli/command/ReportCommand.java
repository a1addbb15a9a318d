package dev.wau.cli.command;

import dev.wau.analyse.Breakdown;
import dev.wau.analyse.Report;
import dev.wau.analyse.ReportRequest;
import dev.wau.analyse.ReportRules;
import dev.wau.analyse.ReportTable;
import dev.wau.analyse.Reports;
import dev.wau.analyse.WindowKind;
import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.config.WauConfig;
import dev.wau.model.Customer;
import dev.wau.progress.Progress;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wau report NAME}. */
@Command(
        name = "report",
        description = {
            "Numbers of who used the product, and what each stands on. Reports:",
            "  weekly       active users by week: --calendar (default) or --rolling 7 days",
            "  daily        active users by day",
            "  monthly      active users by month: --calendar (default) or --rolling 28 days",
            "  stickiness   average daily over monthly active users",
            "  lifecycle    new, returning, resurrected and dormant users by week",
            "  retention    weekly cohorts of new users, and who came back",
            "  events       events by name",
            "  customers    customers side by side"
        },
        footer = {
            "Examples:",
            "  wau report weekly --zone Europe/Berlin --from 2025-04-01",
            "  wau report weekly --rolling --customer acme --format csv > acme-wau.csv"
        })
public final class ReportCommand implements Subcommand {

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "which report (default: weekly)")
    String name = "weekly";

    @ArgGroup
    Windows windows = new Windows();

    static final class Windows {

        @Option(names = "--calendar", description = "calendar weeks or months (default)")
        boolean calendar;

        @Option(names = "--rolling", description = "windows of 7 (weekly) or 28 (monthly) days, one ending each day")
        boolean rolling;
    }

    @Option(names = "--customer", paramLabel = "NAME", description = "only this customer (default: all)")
    @Nullable
    String customer;

    @Option(names = "--by-customer", description = "each customer's rows too: weekly, daily, monthly")
    boolean byCustomer;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = Converters.Day.class,
            description = "first day (default: as far back as the report usually looks)")
    @Nullable
    LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            converter = Converters.Day.class,
            description = "last day, included (default: the newest event's)")
    @Nullable
    LocalDate to;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = Converters.Zone.class,
            description = "where days begin and end (default: wau.yaml's, or UTC)")
    @Nullable
    ZoneId zone;

    @Option(
            names = "--week-start",
            paramLabel = "DAY",
            converter = Converters.WeekStart.class,
            description = "first day of the week (default: wau.yaml's, or monday)")
    @Nullable
    DayOfWeek weekStart;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: table)")
    Format format = Format.TABLE;

    @Mixin
    WaitOption wait = WaitOption.toRead();

    @Override
    public ExitCode run(CommandContext context) {
        Report report = Report.of(name);
        WauConfig config = context.config();
        ReportTable table;
        try (LocalStages stages = LocalStages.readOnly(config, wait.patience(context), Progress.NONE)) {
            table = new Reports(stages.warehouse().activity(), Clock.systemUTC())
                    .table(request(report, config.reports()));
        }
        new ReportOutput(context).print(table, context.format(format));
        return context.doneWith(table.basis().complete() ? 0 : 1);
    }

    private ReportRequest request(Report report, ReportRules rules) {
        return new ReportRequest(
                report,
                customer == null ? null : new Customer(customer),
                from,
                to,
                zone == null ? rules.calendar().zone() : zone,
                weekStart == null ? rules.calendar().weekStart() : weekStart,
                windows.rolling ? WindowKind.ROLLING : WindowKind.CALENDAR,
                byCustomer ? Breakdown.BY_CUSTOMER : Breakdown.TOTAL,
                rules.active());
    }
}
