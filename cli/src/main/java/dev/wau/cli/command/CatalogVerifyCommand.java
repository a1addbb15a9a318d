package dev.wau.cli.command;

import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.verify.CatalogCheck;
import dev.wau.catalog.verify.CatalogFinding;
import dev.wau.catalog.verify.CatalogFinding.Standing;
import dev.wau.catalog.verify.LoadedFiles;
import dev.wau.cli.stage.CatalogStage;
import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Listing;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Style;
import dev.wau.cli.terminal.Text;
import dev.wau.config.WauConfig;
import dev.wau.load.TableShape;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau catalog verify}. */
@Command(
        name = "verify",
        header = "Compare files, catalog and warehouse: what differs, and what to do",
        description = {
            "Looks at the files in csv/, at what the catalog says, and at the warehouse's table, and tells what they don't say"
                    + " alike: per column and file, with what to do. Changes nothing.",
            "Ends with 3 if anything must be mended. What is so by a policy, by a sample or by nature is told too, and isn't"
                    + " counted.",
            "With --like-glue-crawler it looks at no catalog: it predicts, by AWS's documentation, the table that Glue's own CSV"
                    + " crawler would make of these files, and tells where that would be wrong. Nothing of it was run on Glue."
        },
        footer = {
            "Examples:",
            "  wau catalog verify",
            "  wau catalog verify --whole --json",
            "  wau catalog verify --like-glue-crawler"
        })
public final class CatalogVerifyCommand implements Subcommand {

    private static final int MOST = 40;
    private static final int MOST_PREDICTED = 3;

    @Mixin
    SampleOptions sample = new SampleOptions();

    @Option(
            names = "--like-glue-crawler",
            description = "what a table of Glue's CSV crawler would get wrong, by AWS's documentation")
    boolean likeGlueCrawler;

    @Option(
            names = "--all",
            description = "every finding, not only the first " + MOST + " (of a prediction: " + MOST_PREDICTED
                    + " of each kind)")
    boolean all;

    @Mixin
    WaitOption wait = WaitOption.toRead();

    @Override
    public ExitCode run(CommandContext context) {
        WauConfig config = context.config();
        try (LocalStages stages = LocalStages.readOnly(config, wait.patience(context), context.progress())) {
            CatalogStage stage = new CatalogStage(config, stages, context.progress());
            if (likeGlueCrawler) {
                return new PredictionReport(context, all ? Integer.MAX_VALUE : MOST_PREDICTED)
                        .run(stage, sample.sampling());
            }
            FilesSchema files = stage.filesIfAny(sample.sampling());
            Optional<TableShape> rows = stage.rows();
            LoadedFiles loaded = rows.isPresent() ? stage.loaded() : LoadedFiles.NONE;
            List<CatalogFinding> findings =
                    new CatalogCheck(stage.catalog(), stage.rules()).run(files, rows.orElse(null), loaded);
            boolean nothing = files.crawled().isEmpty() && rows.isEmpty();
            long wrong = wrong(findings);
            if (context.format() == Format.JSON) {
                json(context, findings, files, wrong);
            } else {
                String same = nothing ? "There is nothing to compare yet" : "Files, catalog and warehouse say the same";
                story(context, findings, files, same);
            }
            return wrong == 0 ? context.doneWith(files.crawled().rejected()) : ExitCode.FAILED;
        }
    }

    private static long wrong(List<CatalogFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.standing() == Standing.DIFFERS)
                .count();
    }

    private void story(CommandContext context, List<CatalogFinding> findings, FilesSchema files, String same) {
        long wrong = wrong(findings);
        print(context, findings, Standing.DIFFERS, Style.RED);
        print(context, findings, Standing.EXPLAINED, Style.DIM);
        context.tell("csv/         " + CrawlReport.looked(files.crawled()));
        long explained = findings.size() - wrong;
        String so = explained == 0 ? "" : " (" + Numbers.count(explained) + " more explained)";
        context.terminal()
                .line(
                        wrong == 0
                                ? same + so + "."
                                : context.terminal().styled(Style.RED, Numbers.count(wrong, "finding") + so + "."));
    }

    private void print(CommandContext context, List<CatalogFinding> findings, Standing standing, Style style) {
        List<CatalogFinding> some =
                findings.stream().filter(one -> one.standing() == standing).toList();
        int most = all ? Integer.MAX_VALUE : MOST;
        some.stream().limit(most).forEach(finding -> print(context, finding, style));
        if (some.size() > most) {
            context.terminal().line("... and " + Numbers.count(some.size() - most) + " more (--all)");
        }
    }

    private static void print(CommandContext context, CatalogFinding finding, Style style) {
        String head = finding.kind().code()
                + (finding.standing() == Standing.EXPLAINED ? " (explained)" : "")
                + (finding.table() == null ? "" : "   " + finding.table())
                + (finding.column() == null ? "" : "   " + Text.line(finding.column()))
                + (finding.file() == null ? "" : "   " + Text.line(place(finding)));
        context.terminal().line(context.terminal().styled(style, head));
        context.terminal().line(Text.lines("  " + finding.message()));
        if (!finding.remedy().isEmpty()) {
            context.terminal().line("  Do: " + Text.line(finding.remedy()));
        }
    }

    private static String place(CatalogFinding finding) {
        return finding.file() + (finding.line() == 0 ? "" : ":" + finding.line());
    }

    private static void json(CommandContext context, List<CatalogFinding> findings, FilesSchema files, long wrong) {
        new Listing<CatalogFinding>("catalog_finding")
                .text("kind", finding -> finding.kind().code())
                .text("standing", finding -> finding.standing().code())
                .text("table", CatalogFinding::table)
                .text("column", CatalogFinding::column)
                .text("file", CatalogFinding::file)
                .number("line", finding -> finding.line() == 0 ? null : finding.line())
                .text("message", CatalogFinding::message)
                .text("remedy", finding -> finding.remedy().isEmpty() ? null : finding.remedy())
                .print(context.terminal(), Format.JSON, findings);
        try (JsonOutput json = JsonOutput.to(context.terminal())) {
            json.object("catalog_verify")
                    .field("files", files.crawled().files())
                    .field("files_read", files.crawled().read())
                    .field("files_unread", files.crawled().unreadFiles())
                    .field("records", files.crawled().records())
                    .field("records_rejected", files.crawled().rejected())
                    .field("whole", files.crawled().isWhole())
                    .field("findings", wrong)
                    .field("explained", findings.size() - wrong)
                    .end();
        }
    }
}
