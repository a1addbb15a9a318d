package dev.wau.cli.command;

import dev.wau.cli.terminal.Cells;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Style;
import dev.wau.cli.terminal.Table;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.Text;
import dev.wau.csv.AuditLogRecord;
import dev.wau.csv.Dialect;
import dev.wau.csv.FileColumn;
import dev.wau.csv.FileLayout;
import dev.wau.csv.ReadRules;
import dev.wau.csv.Role;
import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code wau inspect} found in a file. Bounded: rejects past the first are only counted. */
final class InspectReport {

    private static final int KEPT_REJECTS = 10;
    private static final int EXAMPLE = 40;

    private final CommandContext context;
    private final String name;
    private final long bytes;
    private final ReadRules rules;
    private final List<Reject> rejects = new ArrayList<>();
    private final Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
    private FileLayout layout = new FileLayout(List.of());
    private long[] filled = {};
    private @Nullable String[] examples = {};
    private long records;
    private long rejected;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    InspectReport(CommandContext context, String name, long bytes, ReadRules rules) {
        this.context = context;
        this.name = name;
        this.bytes = bytes;
        this.rules = rules;
    }

    void start(FileLayout found) {
        layout = found;
        filled = new long[found.columns().size()];
        examples = new @Nullable String[filled.length];
    }

    void add(AuditLogRecord record) {
        records++;
        first = Math.min(first, record.timeMicros());
        last = Math.max(last, record.timeMicros());
        for (int i = 0; i < filled.length; i++) {
            if (record.length(i) > 0) {
                filled[i]++;
                if (examples[i] == null) {
                    examples[i] = Text.cut(record.text(i), EXAMPLE, "…");
                }
            }
        }
    }

    void reject(Reject reject) {
        rejected++;
        reasons.merge(reject.reason(), 1L, Long::sum);
        if (rejects.size() < KEPT_REJECTS) {
            rejects.add(reject);
        }
    }

    long rejected() {
        return rejected;
    }

    void print() {
        if (context.format() == Format.JSON) {
            json();
        } else {
            text();
        }
    }

    private void text() {
        Terminal terminal = context.terminal();
        terminal.line(terminal.styled(Style.BOLD, Text.line(name)) + "  " + Numbers.bytes(bytes) + ", "
                + Numbers.count(records + rejected, "record") + ": " + Numbers.count(records) + " good, "
                + Numbers.count(rejected) + " rejected");
        terminal.line("  written as  " + dialect());
        terminal.line("  times       " + Text.line(rules.timeFormat().description()));
        if (records > 0) {
            terminal.line("  from        " + Cells.time(time(first), ZoneOffset.UTC) + " to "
                    + Cells.time(time(last), ZoneOffset.UTC) + " UTC");
        }
        terminal.line();
        columns().print(terminal);
        if (rejected > 0) {
            rejects(terminal);
        }
    }

    private Table columns() {
        Table table = new Table()
                .text("header")
                .text("becomes")
                .text("is")
                .number("filled")
                .text("example");
        for (FileColumn column : layout.columns()) {
            table.row(
                    column.name(),
                    becomes(column),
                    column.role() == Role.OTHER ? "" : role(column),
                    records == 0 ? "" : Numbers.share((double) filled[column.index()] / records),
                    examples[column.index()]);
        }
        return table;
    }

    private void rejects(Terminal terminal) {
        terminal.line();
        terminal.line("Rejected: "
                + reasons.entrySet().stream()
                        .map(entry -> Numbers.count(entry.getValue()) + " "
                                + entry.getKey().code())
                        .collect(Collectors.joining(", ")));
        for (Reject reject : rejects) {
            terminal.line("  line " + Numbers.count(reject.line()) + "  "
                    + terminal.styled(Style.AMBER, reject.reason().code()) + "  " + Text.line(reject.message()));
            String raw = reject.raw();
            if (raw != null) {
                terminal.line("    " + Text.cut(Text.line(raw), terminal.width() - 4, terminal.glyph("…", "~")));
            }
        }
        if (rejected > rejects.size()) {
            terminal.line("  and " + Numbers.count(rejected - rejects.size()) + " more");
        }
    }

    private void json() {
        try (JsonOutput json = JsonOutput.to(context.terminal())) {
            json.object("inspection")
                    .field("file", name)
                    .field("bytes", bytes)
                    .field("records_read", records + rejected)
                    .field("records_good", records)
                    .field("records_rejected", rejected)
                    .field("first_event_time", records == 0 ? null : time(first))
                    .field("last_event_time", records == 0 ? null : time(last))
                    .field("delimiter", String.valueOf(rules.dialect().delimiter()))
                    .field("encoding", rules.dialect().encoding().label())
                    .field("time_format", rules.timeFormat().description())
                    .end();
            for (FileColumn column : layout.columns()) {
                json.object("column")
                        .field("index", column.index())
                        .field("header", column.name())
                        .field("target", column.target())
                        .field("placement", column.placement().name().toLowerCase(Locale.ROOT))
                        .field("role", role(column))
                        .field("filled", filled[column.index()])
                        .end();
            }
            for (Reject reject : rejects) {
                json.object("reject")
                        .field("line", reject.line())
                        .field("reason", reject.reason().code())
                        .field("message", reject.message())
                        .field("raw", reject.raw())
                        .end();
            }
        }
    }

    private String dialect() {
        Dialect dialect = rules.dialect();
        return dialect.encoding().label() + ", delimiter " + character(dialect.delimiter()) + ", quote "
                + character(dialect.quote())
                + (dialect.preambleLines() == 0
                        ? ""
                        : ", " + Numbers.count(dialect.preambleLines(), "line") + " before")
                + (dialect.header().names().isEmpty() ? "" : ", without a header of its own");
    }

    private static String character(char c) {
        return switch (c) {
            case Dialect.NONE -> "none";
            case '\t' -> "tab";
            default -> "'" + c + "'";
        };
    }

    private static String becomes(FileColumn column) {
        return switch (column.role()) {
            case DROPPED -> "(dropped)";
            case HASHED -> column.target() + " (hashed)";
            default -> column.placement() == FileColumn.Placement.DETAILS ? "details" : column.target();
        };
    }

    private static String role(FileColumn column) {
        return column.role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
