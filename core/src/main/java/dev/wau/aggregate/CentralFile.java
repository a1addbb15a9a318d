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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one aggregated file in the central dialect, record by record. Not thread-safe. */
final class CentralFile {

    private final CentralColumns.Column[] columns;
    private final List<Integer> owners;
    private final CsvWriter writer;
    private final byte[] customer;
    private final StableIdentifier identifier;
    private final CentralTime time = new CentralTime();
    private long records;
    private long firstMicros = Long.MAX_VALUE;
    private long lastMicros = Long.MIN_VALUE;

    private CentralFile(CentralColumns columns, Customer customer, OutputStream out) {
        this.columns = columns.columns().toArray(CentralColumns.Column[]::new);
        this.owners = columns.owners();
        this.writer = new CsvWriter(out);
        this.customer = customer.name().getBytes(StandardCharsets.UTF_8);
        this.identifier = new StableIdentifier(customer, new Occurrences());
    }

    /** Copies all good records. The stream is flushed, and closed. */
    static CentralFile write(AuditLogReader reader, CentralColumns columns, Customer customer, OutputStream out)
            throws IOException {
        CentralFile file = new CentralFile(columns, customer, out);
        try (CsvWriter writer = file.writer) {
            for (String name : columns.header()) {
                writer.cell(name);
            }
            writer.endRecord();
            while (reader.next()) {
                file.add(reader.record());
            }
        }
        return file;
    }

    long records() {
        return records;
    }

    @Nullable
    Instant firstEvent() {
        return records == 0 ? null : instant(firstMicros);
    }

    @Nullable
    Instant lastEvent() {
        return records == 0 ? null : instant(lastMicros);
    }

    private void add(AuditLogRecord record) throws IOException {
        for (int column : owners) {
            requireAbsent(record, column);
        }
        long micros = record.timeMicros();
        firstMicros = Math.min(firstMicros, micros);
        lastMicros = Math.max(lastMicros, micros);
        records++;
        for (CentralColumns.Column column : columns) {
            cell(record, column);
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

    private void cell(AuditLogRecord record, CentralColumns.Column column) throws IOException {
        int source = column.source();
        switch (column.content()) {
            case CELL -> writer.cell(record.bytes(source), record.start(source), record.length(source));
            case TIME -> writer.cell(time.bytes(), 0, time.write(record.timeMicros()));
            case CUSTOMER -> writer.cell(customer, 0, customer.length);
            case IDENTIFIER -> identifier(record, source);
        }
    }

    private void identifier(AuditLogRecord record, int source) throws IOException {
        if (source != CentralColumns.NONE && record.length(source) > 0) {
            writer.cell(record.bytes(source), record.start(source), record.length(source));
            return;
        }
        identifier.write(record.hashHigh(), record.hashLow());
        writer.cell(identifier.bytes(), 0, StableIdentifier.LENGTH);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
