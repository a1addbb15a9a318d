package dev.wau.cli.command;

import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Listing;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Style;
import dev.wau.load.Finding;
import dev.wau.load.LoadHistory;
import dev.wau.load.VerifyResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau verify}. */
@Command(
        name = "verify",
        description = {
            "Proves the accounting from both ends: reads every loaded file again and compares each record with its row,"
                    + " each row with its record, and the tables with each other. Changes nothing.",
            "Ends with 3 if anything is not as it should be."
        },
        footer = {"Examples:", "  wau verify", "  wau verify --customer acme", "  wau verify --file acme-Jul-02.csv"})
public final class VerifyCommand implements Subcommand {

    private static final int MOST_FINDINGS = 40;

    @Option(names = "--customer", paramLabel = "NAME", description = "only this customer's files")
    @Nullable
    String customer;

    @Option(names = "--file", paramLabel = "FILE", description = "only this file: its key, or the end of it")
    @Nullable
    String file;

    @Mixin
    WaitOption wait = WaitOption.toRead();

    @Override
    public ExitCode run(CommandContext context) {
        LoadHistory.Filter filter = new LoadHistory.Filter(customer, file, null, Integer.MAX_VALUE);
        VerifyResult result;
        try (LocalStages stages = LocalStages.readOnly(context.config(), wait.patience(context), context.progress())) {
            result = stages.verifier().verify(filter);
        }
        if (context.format() == Format.JSON) {
            json(context, result);
        } else {
            story(context, result);
        }
        return result.findings().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void story(CommandContext context, VerifyResult result) {
        if (!result.findings().isEmpty()) {
            findings()
                    .print(
                            context.terminal(),
                            Format.TABLE,
                            result.findings().stream().limit(MOST_FINDINGS).toList());
            if (result.findings().size() > MOST_FINDINGS) {
                context.terminal()
                        .line("... and " + Numbers.count(result.findings().size() - MOST_FINDINGS) + " more");
            }
        }
        context.tell("verify      " + Numbers.count(result.files(), "file") + " read again: "
                + Numbers.count(result.records(), "record") + ", " + Numbers.count(result.rows(), "row") + " compared");
        context.terminal()
                .line(
                        result.findings().isEmpty()
                                ? "Everything is accounted for."
                                : context.terminal()
                                        .styled(
                                                Style.RED,
                                                Numbers.count(result.findings().size(), "finding") + "."));
    }

    private static Listing<Finding> findings() {
        return new Listing<Finding>("finding")
                .text("file", Finding::key)
                .number("line", finding -> finding.line() == 0 ? null : finding.line())
                .text("kind", finding -> finding.kind().code())
                .text("message", Finding::message);
    }

    private static void json(CommandContext context, VerifyResult result) {
        findings().print(context.terminal(), Format.JSON, result.findings());
        try (JsonOutput json = JsonOutput.to(context.terminal())) {
            json.object("verify")
                    .field("files", result.files())
                    .field("records", result.records())
                    .field("rows", result.rows())
                    .field("findings", result.findings().size())
                    .end();
        }
    }
}
