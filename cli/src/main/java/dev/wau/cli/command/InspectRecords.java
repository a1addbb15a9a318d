package dev.wau.cli.command;

import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Terminal;
import dev.wau.csv.AuditLogRecord;
import dev.wau.csv.CsvWriter;
import dev.wau.csv.FileColumn;
import dev.wau.csv.FileColumn.Placement;
import dev.wau.csv.FileLayout;
import dev.wau.csv.Role;
import dev.wau.model.Reject;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * {@code wau inspect --output csv}: the good records under the table's column names, {@code event_time} first and {@code
 * line} last, cells as they are. Columns that go to {@code details} keep their own name after {@code details.}.
 */
final class InspectRecords implements Closeable {

    private final CsvWriter writer;
    private List<FileColumn> columns = List.of();
    private long rejected;

    InspectRecords(Terminal terminal) {
        this.writer = new CsvWriter(terminal.stream());
    }

    void start(FileLayout layout) {
        columns = layout.columns().stream()
                .filter(column -> column.role() != Role.TIME && column.role() != Role.DROPPED)
                .toList();
        write(() -> {
            writer.cell("event_time");
            for (FileColumn column : columns) {
                boolean own = column.placement() == Placement.COLUMN;
                writer.cell(own ? column.target() : "details." + column.name());
            }
            writer.cell("line");
            writer.endRecord();
        });
    }

    void add(AuditLogRecord record) {
        write(() -> {
            writer.cell(
                    Instant.EPOCH.plus(record.timeMicros(), ChronoUnit.MICROS).toString());
            for (FileColumn column : columns) {
                int i = column.index();
                writer.cell(record.bytes(i), record.start(i), record.length(i));
            }
            writer.cell(Long.toString(record.line()));
            writer.endRecord();
        });
    }

    void reject(Reject reject) {
        rejected++;
    }

    long rejected() {
        return rejected;
    }

    void tellRejects(CommandContext context) {
        if (rejected > 0) {
            context.note(Numbers.count(rejected, "record")
                    + " rejected and not printed: see 'wau inspect' without --output");
        }
    }

    @Override
    public void close() {
        write(writer::close);
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
