package dev.wau.cli.command;

import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Text;
import dev.wau.load.FileAction;
import dev.wau.load.FileCounts;
import dev.wau.load.FileResult;
import dev.wau.load.LoadResult;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a load run did: one line, then a line for each file that someone should know about. */
final class LoadReport {

    /** Files told one by one; the rest are counted, and {@code wau history} has them all. */
    private static final int MOST_FILES = 20;

    private final CommandContext context;
    private final Set<ObjectKey> refusalsTold;

    LoadReport(CommandContext context) {
        this(context, Set.of());
    }

    /** @param refusalsTold files of which the story has told already why they are refused */
    LoadReport(CommandContext context, Set<ObjectKey> refusalsTold) {
        this.context = context;
        this.refusalsTold = refusalsTold;
    }

    void print(LoadResult result) {
        if (context.format() == Format.JSON) {
            json(result);
        } else {
            context.tell(line(result));
            told(result);
        }
    }

    /** Says that every marker is loaded already. */
    void nothingNew() {
        if (context.format() == Format.JSON) {
            try (JsonOutput json = JsonOutput.to(context.terminal())) {
                run(json, new LoadResult(RunId.random(), null, List.of(), 0, List.of(), false, Duration.ZERO));
            }
        } else {
            context.tell("load        every marker is already loaded: nothing new");
        }
    }

    /** How many things someone who asked to be strict should look at. */
    static long problems(LoadResult result) {
        return result.isSpotless() ? 0 : 1;
    }

    private static String line(LoadResult result) {
        List<String> parts = new ArrayList<>();
        for (FileAction action : FileAction.values()) {
            long files = action == FileAction.UNCHANGED ? result.unchanged() : result.count(action);
            if (files > 0) {
                parts.add(Numbers.count(files) + " " + word(action, files));
            }
        }
        String files = parts.isEmpty() ? "nothing to load" : String.join(", ", parts);
        if (result.entered() == 0) {
            return "load        " + files + (result.changed() ? "" : ": nothing new");
        }
        FileCounts counts = result.counts();
        return "            " + files + "; " + Numbers.count(counts.read(), "record") + ": "
                + Numbers.count(counts.loaded()) + " loaded, " + Numbers.count(counts.suppressed())
                + " repeated, " + Numbers.count(counts.rejected()) + " rejected";
    }

    private static String word(FileAction action, long files) {
        return switch (action) {
            case COPY -> files == 1 ? "copy" : "copies";
            case UNCHANGED -> "already loaded";
            case UNLOADED -> "unloaded";
            case REFUSED_BEFORE -> "refused before";
            case GONE -> "gone";
            default -> action.code();
        };
    }

    private void told(LoadResult result) {
        List<FileResult> notable = result.files().stream()
                .filter(file -> file.message() != null && file.action() != FileAction.COPY && !isTold(file))
                .toList();
        notable.stream()
                .limit(MOST_FILES)
                .forEach(file -> context.note(
                        Text.line(file.version().key() + ": " + file.action().code() + ": " + file.message())));
        if (notable.size() > MOST_FILES) {
            context.note("... and " + Numbers.count(notable.size() - MOST_FILES, "more file") + " (wau history)");
        }
        int restated = result.restatements().size();
        if (restated > 0) {
            context.note(Numbers.count(restated, "week") + " already reported changed (wau history --restatements)");
        }
        long rejected = result.counts().rejected();
        if (rejected > 0) {
            context.note(Numbers.count(rejected, "record") + " rejected, kept with line and reason (wau rejects)");
        }
    }

    private boolean isTold(FileResult file) {
        return file.action() == FileAction.REFUSED
                && refusalsTold.contains(file.version().key());
    }

    private void json(LoadResult result) {
        try (JsonOutput json = JsonOutput.to(context.terminal())) {
            for (FileResult file : result.files()) {
                FileCounts counts = file.counts();
                json.object("loaded_file")
                        .field("object_key", file.version().key())
                        .field("customer", file.version().customer())
                        .field("action", file.action().code())
                        .field("bytes", file.version().bytes())
                        .field("records_read", counts.read())
                        .field("records_loaded", counts.loaded())
                        .field("records_rejected", counts.rejected())
                        .field("records_suppressed", counts.suppressed())
                        .field("message", file.message())
                        .end();
            }
            run(json, result);
        }
    }

    private static void run(JsonOutput json, LoadResult result) {
        FileCounts counts = result.counts();
        json.object("load")
                .field("run", result.changed() ? result.run() : null)
                .field("batch", text(result.batch()))
                .field("changed", result.changed())
                .field("files_unchanged", result.unchanged());
        for (FileAction action : FileAction.values()) {
            if (action != FileAction.UNCHANGED) {
                json.field("files_" + action.name().toLowerCase(Locale.ROOT), result.count(action));
            }
        }
        json.field("bytes", result.bytes())
                .field("records_read", counts.read())
                .field("records_loaded", counts.loaded())
                .field("records_rejected", counts.rejected())
                .field("records_suppressed", counts.suppressed())
                .field("weeks_restated", result.restatements().size())
                .field("seconds", result.took().toMillis() / 1000.0)
                .end();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
