package dev.wau.testing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.AuditLogRecord;
import dev.wau.csv.CsvWriter;
import dev.wau.model.FileRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Aggregation copies cells as they stand where it can: over the corpus too the bytes are those of cell by cell. */
class CorpusCopyTest {

    private interface Copy {
        void record(AuditLogRecord record, int columns, CsvWriter target) throws IOException;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCopyIsTheCellsOneByOne(CsvCase csv) throws IOException {
        String byCell = copied(csv, (record, columns, target) -> {
            for (int column = 0; column < columns; column++) {
                target.cell(record.bytes(column), record.start(column), record.length(column));
            }
        });
        assertThat(copied(csv, (record, columns, target) -> record.copy(0, columns - 1, target)))
                .isEqualTo(byCell);
    }

    static List<CsvCase> cases() {
        return CsvCorpus.cases();
    }

    private static String copied(CsvCase csv, Copy copy) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (AuditLogReader reader = AuditLogReader.open(csv.file().open(), csv.rules(), reject -> {});
                CsvWriter target = new CsvWriter(bytes)) {
            target.cell("header");
            target.endRecord();
            while (reader.next()) {
                copy.record(reader.record(), reader.layout().columns().size(), target);
                target.endRecord();
            }
        } catch (FileRefusedException refused) {
            bytes.writeBytes(refused.reason().code().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
