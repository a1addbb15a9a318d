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
import org.jspecify.annotations.Nullable;

/** Writes one aggregated file in the central dialect, record by record. Not thread-safe. */
final class CentralFile {

    private final CentralColumns layout;
    private final CentralSteps steps;
    private final int[] owners;
    private final CsvWriter writer;
    private final byte[] customer;
    private final StableIdentifier identifier;
    private final CentralTime time = new CentralTime();
    private int timeLength;
    private long records;
    private long firstMicros = Long.MAX_VALUE;
    private long lastMicros = Long.MIN_VALUE;

    private CentralFile(CentralColumns layout, Customer customer, OutputStream out) {
        this.layout = layout;
        this.steps = new CentralSteps(layout.columns());
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
        timeLength = time.write(micros);
        for (CentralSteps.Step step : steps.of(record, time.bytes(), timeLength)) {
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

    private void take(CentralSteps.Step step, AuditLogRecord record) throws IOException {
        switch (step.content()) {
            case CELL -> record.copy(step.first(), step.last(), writer);
            case TIME -> writer.plain(time.bytes(), 0, timeLength);
            case CUSTOMER -> writer.plain(customer, 0, customer.length);
            case IDENTIFIER -> {
                identifier.write(record.hashHigh(), record.hashLow());
                writer.plain(identifier.bytes(), 0, StableIdentifier.LENGTH);
            }
        }
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
