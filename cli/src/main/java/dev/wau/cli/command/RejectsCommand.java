package dev.wau.cli.command;

import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Style;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.Text;
import dev.wau.load.LoadHistory.HistoryReject;
import dev.wau.load.Warehouse;
import dev.wau.model.RejectReason;
import dev.wau.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau rejects}. */
@Command(
        name = "rejects",
        description = {
            "The records that could not be loaded: file and line, reason, rule, and the record's text.",
            "Text is not kept of records rejected before personal data could be removed: look in the source's file."
        },
        footer = {
            "Examples:",
            "  wau rejects --customer acme",
            "  wau rejects --reason bad-time --format csv > bad-times.csv"
        })
public final class RejectsCommand implements Subcommand {

    @Mixin
    HistoryOptions filter = new HistoryOptions();

    @Option(names = "--reason", paramLabel = "REASON", description = "only these, for example wrong-field-count")
    @Nullable
    String reason;

    @Mixin
    WaitOption wait = WaitOption.toRead();

    @Override
    public ExitCode run(CommandContext context) {
        RejectReason only = reason == null ? null : RejectReason.of(reason);
        Format format = context.format(filter.format);
        List<HistoryReject> found;
        try (LocalStages stages = LocalStages.readOnly(context.config(), wait.patience(context), Progress.NONE)) {
            Warehouse warehouse = stages.warehouse();
            found = new ArrayList<>(warehouse.history().rejects(only == null ? filter.filter(null, format) : all()));
        }
        found.removeIf(reject -> only != null && reject.reason() != only);
        boolean more = filter.cut(found, format);
        if (format == Format.TABLE) {
            found.forEach(reject -> print(context.terminal(), reject));
            context.note(summary(found));
        } else {
            HistoryListings.rejects().print(context.terminal(), format, found);
        }
        if (more) {
            context.note("These are the first " + found.size() + ": --limit N shows more, --limit 0 all");
        }
        return context.doneWith(found.size());
    }

    /** As compilers say it, so that editors and terminals can jump to the line. */
    private static void print(Terminal terminal, HistoryReject reject) {
        String place = reject.file().version().key() + ":" + reject.line();
        boolean source = reject.stage().equals("aggregate");
        terminal.line(terminal.styled(Style.BOLD, Text.line(place)) + (source ? " (line of the source's file)" : "")
                + "  " + terminal.styled(Style.AMBER, reject.reason().code()) + "  " + Text.line(reject.message()));
        String raw = reject.raw();
        if (raw != null) {
            terminal.line("    " + Text.cut(Text.line(raw), terminal.width() - 4, terminal.glyph("…", "~")));
        }
    }

    private static String summary(List<HistoryReject> rejects) {
        if (rejects.isEmpty()) {
            return "No rejected record of that kind.";
        }
        Map<String, Long> reasons = rejects.stream()
                .collect(Collectors.groupingBy(reject -> reject.reason().code(), Collectors.counting()));
        return Numbers.count(rejects.size(), "rejected record") + ": "
                + reasons.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(entry -> Numbers.count(entry.getValue()) + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private dev.wau.load.LoadHistory.Filter all() {
        return new dev.wau.load.LoadHistory.Filter(filter.customer, filter.file, null, Integer.MAX_VALUE);
    }
}
