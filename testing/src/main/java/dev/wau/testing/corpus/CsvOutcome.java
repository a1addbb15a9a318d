package dev.wau.testing.corpus;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.AuditLogRecord;
import dev.wau.csv.FileColumn;
import dev.wau.model.FileRefusedException;
import dev.wau.model.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a file gave, in the corpus's words.
 *
 * @param layout see {@link CsvCase}
 * @param records see {@link CsvCase}
 * @param rejects {@code line reason: message}
 * @param raws {@code raw text}
 * @param refusal see {@link CsvCase}
 */
public record CsvOutcome(
        List<String> layout,
        List<String> records,
        List<String> rejects,
        List<String> raws,
        @Nullable String refusal) {

    /** Reads a case's file by its rules. */
    public static CsvOutcome of(CsvCase csv) {
        List<String> layout = new ArrayList<>();
        List<String> records = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        String refusal = null;
        try (AuditLogReader reader = AuditLogReader.open(csv.file().open(), csv.rules(), rejects::add)) {
            reader.layout().columns().forEach(column -> layout.add(column(column)));
            while (reader.next()) {
                records.add(record(reader.record(), reader.layout().columns()));
            }
        } catch (FileRefusedException refused) {
            refusal = refused.reason().code() + ": " + Escapes.show(String.valueOf(refused.getMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new CsvOutcome(
                layout,
                records,
                rejects.stream()
                        .map(reject ->
                                reject.line() + " " + reject.reason().code() + ": " + Escapes.show(reject.message()))
                        .toList(),
                rejects.stream()
                        .map(reject -> "raw " + Escapes.show(reject.raw() == null ? "" : reject.raw()))
                        .toList(),
                refusal);
    }

    private static String column(FileColumn column) {
        return Escapes.show(column.name()) + ": "
                + (column.placement() == FileColumn.Placement.DETAILS ? "details" : column.target()) + " "
                + column.placement() + " " + column.role();
    }

    private static String record(AuditLogRecord record, List<FileColumn> columns) {
        StringBuilder text = new StringBuilder().append(record.line()).append(":");
        for (FileColumn column : columns) {
            text.append(" [").append(Escapes.show(record.text(column.index()))).append("]");
        }
        return text.toString();
    }
}
