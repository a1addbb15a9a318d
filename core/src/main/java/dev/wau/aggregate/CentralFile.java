package dev.wau.aggregate;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.AuditLogRecord;
import dev.wau.csv.CsvWriter;
import dev.wau.model.Customer;
import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one aggregated file in the central dialect, record by record. Not thread-safe. */
final class CentralFile {

    private final CentralColumns layout;
    private final Step[] steps;
    private final int[] owners;
    private final CsvWriter writer;
    private final byte[] customer;
    private final StableIdentifier identifier;
    private final CentralTime time = new CentralTime();
    private long records;
    private long firstMicros = Long.MAX_VALUE;
    private long lastMicros = Long.MIN_VALUE;

    /** Cells of neighbouring columns that are copied, or one cell that is made. */
    private record Step(CentralColumns.Content content, int first, int last) {

        static Step[] of(List<CentralColumns.Column> columns) {
            List<Step> steps = new ArrayList<>();
            for (CentralColumns.Column column : columns) {
                Step before = steps.isEmpty() ? null : steps.get(steps.size() - 1);
                if (before != null && before.goesOnWith(column)) {
                    steps.set(steps.size() - 1, new Step(before.content, before.first, column.source()));
                } else {
                    steps.add(new Step(column.content(), column.source(), column.source()));
                }
            }
            return steps.toArray(Step[]::new);
        }

        private boolean goesOnWith(CentralColumns.Column column) {
            return content == CentralColumns.Content.CELL && column.content() == content && column.source() == last + 1;
        }
    }

    private CentralFile(CentralColumns layout, Customer customer, OutputStream out) {
        this.layout = layout;
        this.steps = Step.of(layout.columns());
        this.owners = layout.owners().stream().mapToInt(Integer::intValue).toArray();
        this.writer = new CsvWriter(out);
        this.customer = customer.name().getBytes(StandardCharsets.UTF_8);
        this.identifier = new StableIdentifier(customer, new Occurrences());
    }

    /**
     * What was written.
     *
     * @param firstEvent time of the earliest; null if there is none
     * @param lastEvent time of the latest; null if there is none
     */
    record Written(
            CentralColumns columns,
            long records,
            @Nullable Instant firstEvent,
            @Nullable Instant lastEvent) {}

    /** Copies all good records. The stream is flushed, and closed. */
    static Written write(AuditLogReader reader, Customer customer, OutputStream out) throws IOException {
        CentralFile file = new CentralFile(CentralColumns.of(reader.layout()), customer, out);
        try (CsvWriter writer = file.writer) {
            for (String name : file.layout.header()) {
                writer.cell(name);
            }
            writer.endRecord();
            while (reader.next()) {
                file.add(reader.record());
            }
        }
        return file.written();
    }

    private Written written() {
        return records == 0
                ? new Written(layout, 0, null, null)
                : new Written(layout, records, instant(firstMicros), instant(lastMicros));
    }

    private void add(AuditLogRecord record) throws IOException {
        for (int column : owners) {
            requireAbsent(record, column);
        }
        long micros = record.timeMicros();
        firstMicros = Math.min(firstMicros, micros);
        lastMicros = Math.max(lastMicros, micros);
        records++;
        for (Step step : steps) {
            take(step, record);
        }
        writer.endRecord();
    }

    private static void requireAbsent(AuditLogRecord record, int column) {
        if (record.length(column) > 0) {
            throw new FileRefusedException(
                    RefusalReason.DUPLICATE_HEADER,
                    "the columns 'customer' and 'source_customer' both name a customer, and on line " + record.line()
                            + " 'customer' is not the owner. Leave one of the two out of the export.");
        }
    }

    private void take(Step step, AuditLogRecord record) throws IOException {
        switch (step.content()) {
            case CELL -> record.copy(step.first(), step.last(), writer);
            case TIME -> writer.cell(time.bytes(), 0, time.write(record.timeMicros()));
            case CUSTOMER -> writer.cell(customer, 0, customer.length);
            case IDENTIFIER -> identifier(record, step.first());
        }
    }

    private void identifier(AuditLogRecord record, int source) throws IOException {
        if (source != CentralColumns.NONE && record.length(source) > 0) {
            record.copy(source, source, writer);
            return;
        }
        identifier.write(record.hashHigh(), record.hashLow());
        writer.cell(identifier.bytes(), 0, StableIdentifier.LENGTH);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
