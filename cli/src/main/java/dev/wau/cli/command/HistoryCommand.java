package dev.wau.cli.command;

import dev.wau.cli.command.HistoryListings.RestatedFile;
import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.Text;
import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadHistory.HistoryRestatement;
import dev.wau.load.Warehouse;
import dev.wau.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau history}. */
@Command(
        name = "history",
        description = {
            "Every file version the warehouse has seen: what was read, loaded, rejected, suppressed, and where it stands.",
            "A file's records read are always its loaded, rejected and suppressed ones together.",
            "--restatements: the weeks that changed after they were reported, with the numbers before and after, and how",
            "many of the week's events each file brought in (or, negative, took out)."
        },
        footer = {
            "Examples:",
            "  wau history --customer acme --state failed",
            "  wau history --file acme-Jul-02.csv",
            "  wau history --runs --json",
            "  wau history --restatements --customer acme"
        })
public final class HistoryCommand implements Subcommand {

    @Mixin
    HistoryOptions filter = new HistoryOptions();

    @Option(names = "--state", description = "only in this state: ${COMPLETION-CANDIDATES}")
    @Nullable
    FileState state;

    @ArgGroup
    Kind kind = new Kind();

    static final class Kind {

        @Option(names = "--batches", description = "the batches instead of the files")
        boolean batches;

        @Option(names = "--runs", description = "the runs instead of the files")
        boolean runs;

        @Option(names = "--restatements", description = "the reported weeks that a run changed; newest last")
        boolean restatements;
    }

    @Mixin
    WaitOption wait = WaitOption.toRead();

    @Override
    public ExitCode run(CommandContext context) {
        try (LocalStages stages = LocalStages.readOnly(context.config(), wait.patience(context), Progress.NONE)) {
            Warehouse warehouse = stages.warehouse();
            LoadHistory history = warehouse.history();
            Format format = context.format(filter.format);
            if (kind.batches) {
                HistoryListings.batches().print(context.terminal(), format, history.batches());
            } else if (kind.runs) {
                HistoryListings.runs().print(context.terminal(), format, history.runs());
            } else if (kind.restatements) {
                restatements(context, history, format);
            } else {
                return files(context, history, format);
            }
        }
        return ExitCode.DONE;
    }

    private void restatements(CommandContext context, LoadHistory history, Format format) {
        List<HistoryRestatement> found = new ArrayList<>(history.restatements(filter.filter(null, format)));
        boolean more = filter.cutOldest(found, format);
        HistoryListings.restatements().print(context.terminal(), format, RestatedFile.of(found));
        if (found.isEmpty()) {
            context.note("No week changed after it was reported.");
        } else {
            context.note(Numbers.count(found.size(), "restatement")
                    + (more ? ", the newest: --limit N shows more, --limit 0 all" : ""));
        }
    }

    private ExitCode files(CommandContext context, LoadHistory history, Format format) {
        List<HistoryFile> found = new ArrayList<>(history.files(filter.filter(state, format)));
        boolean more = filter.cut(found, format);
        HistoryListings.files().print(context.terminal(), format, found);
        if (format == Format.TABLE) {
            explain(context, found);
        }
        if (more) {
            context.note("More than " + found.size() + " files: --limit N shows more, --limit 0 all");
        }
        return context.doneWith(
                found.stream().filter(file -> file.state() == FileState.FAILED).count());
    }

    private static void explain(CommandContext context, List<HistoryFile> files) {
        Terminal terminal = context.terminal();
        files.stream()
                .filter(file -> file.error() != null)
                .forEach(file -> terminal.line(Text.lines("  " + file.version().key() + ": " + file.error())
                        .replace("\n", "\n  ")));
        if (files.isEmpty()) {
            context.note("No file of that kind is in the history; 'wau run' loads what is new.");
            return;
        }
        Map<FileState, Long> states =
                files.stream().collect(Collectors.groupingBy(HistoryFile::state, Collectors.counting()));
        String counts = states.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry ->
                        Numbers.count(entry.getValue()) + " " + entry.getKey().code())
                .collect(Collectors.joining(", "));
        context.note(Numbers.count(files.size(), "file") + ": " + counts);
    }
}
