package dev.wau.cli.command;

import dev.wau.aggregate.AggregateResult;
import dev.wau.aggregate.AggregateResult.SourceNote;
import dev.wau.aggregate.CustomersFailedException;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Text;
import dev.wau.complete.CustomerOutcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what an aggregation did. */
final class AggregateReport {

    private static final int MOST_FILES = 20;

    private final CommandContext context;

    AggregateReport(CommandContext context) {
        this.context = context;
    }

    void print(AggregateResult result) {
        if (context.format() == Format.JSON) {
            json(result);
        } else {
            story(result);
            result.failed()
                    .forEach(failed -> context.note(Text.line(failed.customer() + ": failed: " + failed.error())));
            notes(result);
        }
    }

    /** The same before an error that says who failed, and why. */
    void printBefore(CustomersFailedException error) {
        if (context.format() == Format.JSON) {
            json(error.result());
        } else {
            story(error.result());
            notes(error.result());
        }
    }

    /** How many things someone who asked to be strict should look at. */
    static long problems(AggregateResult result) {
        return result.rejected() + result.refusals().size() + result.failed().size();
    }

    private void story(AggregateResult result) {
        if (result.nothingNew()) {
            context.tell("aggregate   nothing new in the sources of "
                    + Numbers.count(result.customers().size(), "customer"));
        } else if (result.files() > 0) {
            context.tell("            " + Numbers.count(result.records(), "record") + " in "
                    + Numbers.count(result.layouts(), "header layout") + resumed(result));
            if (!result.removed().isEmpty()) {
                context.tell("            removed as personal data: "
                        + result.removed().entrySet().stream()
                                .map(column -> column.getKey() + " in " + Numbers.count(column.getValue(), "file"))
                                .collect(Collectors.joining(", ")));
            }
        }
        AggregateResult.Waiting waiting = result.waiting();
        if (waiting != null) {
            context.tell("unfinished  " + result.batch() + " waits for " + Numbers.count(waiting.parts(), "part")
                    + " on which other runs are at work; run again");
        }
        if (result.marker() != null) {
            int arrived = result.customers().size() - result.failed().size();
            context.tell("complete    " + result.marker() + "   " + arrived + " of "
                    + Numbers.count(result.customers().size(), "customer"));
        }
    }

    private static String resumed(AggregateResult result) {
        return result.resumed() == 0
                ? ""
                : "   (" + Numbers.count(result.resumed(), "file") + " of an interrupted run taken over)";
    }

    private void notes(AggregateResult result) {
        tell(result.refusals(), "refused");
        tell(result.left(), "left for the next run");
        if (result.rejected() > 0) {
            context.note(Numbers.count(result.rejected(), "unreadable record")
                    + " left in the source ('wau rejects' shows line and reason after the load)");
        }
    }

    private void tell(List<SourceNote> notes, String what) {
        notes.stream()
                .limit(MOST_FILES)
                .forEach(note -> context.note(
                        Text.line(note.customer() + "/" + note.name() + ": " + what + ": " + note.message())));
        if (notes.size() > MOST_FILES) {
            context.note("... and " + Numbers.count(notes.size() - MOST_FILES, "more file") + " " + what);
        }
    }

    private void json(AggregateResult result) {
        try (JsonOutput json = JsonOutput.to(context.terminal())) {
            for (CustomerOutcome customer : result.customers()) {
                json.object("customer")
                        .field("customer", customer.customer())
                        .field("outcome", code(customer.outcome()))
                        .field("files", customer.files())
                        .field("error", customer.error())
                        .end();
            }
            result.refusals().forEach(note -> note(json, "refused_file", note));
            result.left().forEach(note -> note(json, "left_file", note));
            json.object("aggregate")
                    .field("batch", text(result.batch()))
                    .field("marker", text(result.marker()))
                    .field("customers_expected", result.customers().size())
                    .field("customers_failed", result.failed().size())
                    .field("files_copied", result.files())
                    .field("files_resumed", result.resumed())
                    .field("files_touched", result.touched())
                    .field("files_refused", result.refusals().size())
                    .field("files_left", result.left().size())
                    .field("files_reexported", result.reexports().size())
                    .field("source_bytes", result.sourceBytes())
                    .field("bytes", result.bytes())
                    .field("records", result.records())
                    .field("records_rejected", result.rejected())
                    .field("header_layouts", result.layouts())
                    .field("unfinished", result.unfinished())
                    .field("seconds", result.took().toMillis() / 1000.0)
                    .end();
        }
    }

    private static void note(JsonOutput json, String type, SourceNote note) {
        json.object(type)
                .field("customer", note.customer())
                .field("name", note.name())
                .field("reason", note.code())
                .field("message", note.message())
                .end();
    }

    private static String code(CustomerOutcome.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
