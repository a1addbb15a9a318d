package dev.wau.cli.command;

import dev.wau.cli.stage.Examination;
import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Style;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.Text;
import dev.wau.config.WauConfig;
import dev.wau.warehouse.CheckResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau doctor}. */
@Command(
        name = "doctor",
        description = {
            "Checks what wau works with: wau.yaml, the central bucket, the warehouse. Changes nothing that stands there.",
            "Of Redshift it shows more, in a scratch schema and a staging folder that it makes and removes: that types,"
                    + " COPY, locks, loads and reports do there what they do in wau's own tests.",
            "Ends with 3 if anything is wrong."
        },
        footer = {
            "Examples:",
            "  wau doctor",
            "  wau doctor --warehouse jdbc:redshift:iam://WORKGROUP.ACCOUNT.REGION.redshift-serverless.amazonaws.com:5439/DB"
        })
public final class DoctorCommand implements Subcommand {

    @Option(names = "--warehouse", paramLabel = "URL", description = "this warehouse instead of that of wau.yaml")
    @Nullable
    String warehouse;

    @Mixin
    WaitOption wait = WaitOption.toRead();

    @Override
    public ExitCode run(CommandContext context) {
        WauConfig config = warehouse == null ? context.config() : context.config(warehouse);
        print(context, new CheckResult("reads " + config.file(), null));
        try (LocalStages stages = LocalStages.readOnly(config, wait.patience(context), context.progress())) {
            boolean passed = new Examination(config, stages).run(check -> print(context, check));
            return passed ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static void print(CommandContext context, CheckResult check) {
        Terminal terminal = context.terminal();
        if (context.format() == Format.JSON) {
            try (JsonOutput json = JsonOutput.to(terminal)) {
                json.object("check")
                        .field("name", check.name())
                        .field("passed", check.passed())
                        .field("problem", check.problem())
                        .end();
            }
        } else if (check.problem() == null) {
            terminal.line("ok      " + check.name());
        } else {
            terminal.line(terminal.styled(Style.RED, "wrong") + "   " + check.name());
            terminal.line(Text.lines("        " + check.problem()).replace("\n", "\n        "));
        }
        terminal.flush();
    }
}
