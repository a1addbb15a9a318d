package dev.wau.cli.command;

import dev.wau.check.Checks;
import dev.wau.cli.doctor.Examination;
import dev.wau.cli.doctor.Machine;
import dev.wau.cli.stage.LocalStages;
import dev.wau.config.CustomerConfig;
import dev.wau.config.WauConfig;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau doctor}. */
@Command(
        name = "doctor",
        description = {
            "Checks what wau works with: this machine, wau.yaml, each customer's source, the central bucket, the warehouse;"
                    + " where wau.yaml names a Glue job, the job and the way of a marker's event to it. Changes nothing that"
                    + " stands there.",
            "Each thing is ok, or a note (it works, and there is something to know), or wrong; the last two with a fix.",
            "Of Redshift it shows more, in a scratch schema and a staging folder that it makes and removes: that types,"
                    + " COPY, locks, loads and reports do there what they do in wau's own tests.",
            "Ends with 3 if anything is wrong."
        },
        footer = {
            "Examples:",
            "  wau doctor",
            "  wau doctor --customer acme",
            "  wau doctor --json | jq 'select(.type == \"check\" and .state != \"ok\")'",
            "  wau doctor --warehouse jdbc:redshift:iam://WORKGROUP.ACCOUNT.REGION.redshift-serverless.amazonaws.com:5439/DB"
        })
public final class DoctorCommand implements Subcommand {

    @Option(names = "--warehouse", paramLabel = "URL", description = "this warehouse instead of that of wau.yaml")
    @Nullable
    String warehouse;

    @Option(
            names = "--customer",
            paramLabel = "NAME",
            description = "look at this customer's source alone; may be given several times")
    Set<String> customers = new LinkedHashSet<>();

    @Mixin
    WaitOption wait = WaitOption.toRead();

    @Override
    public ExitCode run(CommandContext context) {
        WauConfig config = warehouse == null ? context.config() : context.config(warehouse);
        List<CustomerConfig> asked = asked(config);
        DoctorReport report = new DoctorReport(context);
        Checks checks = new Checks(report::print);
        try (LocalStages stages = LocalStages.readOnly(config, wait.patience(context), context.progress())) {
            new Examination(config, asked, stages, Machine.here(VersionCommand.text())).run(checks, context::note);
        }
        report.end(checks);
        return checks.passed() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<CustomerConfig> asked(WauConfig config) {
        List<String> known = config.customers().stream()
                .map(customer -> customer.customer().name())
                .toList();
        for (String name : customers) {
            if (!known.contains(name)) {
                throw new WauException(
                        ErrorCode.NOT_FOUND,
                        "Cannot find customer '" + name + "' in " + config.file() + " (" + String.join(", ", known)
                                + ")");
            }
        }
        return config.customers().stream()
                .filter(customer -> customers.isEmpty()
                        || customers.contains(customer.customer().name()))
                .toList();
    }
}
