package dev.wau.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvWriterTest {

    private static final HeaderRule THREE =
            new HeaderRule(HeaderRule.Kind.GIVEN, List.of("timestamp", "event", "note"));

    @Test
    void quotesOnlyWhereItMust() throws IOException {
        assertThat(written(List.of(List.of("plain", "a b", ""), List.of("x,y", "say \"hi\"", "two\nlines"))))
                .isEqualTo("plain,a b,\n\"x,y\",\"say \"\"hi\"\"\",\"two\nlines\"\n");
    }

    @Test
    void anEmptyCellAloneIsARecord() throws IOException {
        assertThat(written(List.of(List.of(""), List.of("x")))).isEqualTo("\"\"\nx\n");
    }

    @Test
    void aFirstCellIsNeverTakenForAByteOrderMark() throws IOException {
        byte[] bytes = written(List.of(List.of("\uFEFFtimestamp", "event"))).getBytes(StandardCharsets.UTF_8);
        Dialect given = new Dialect(
                ',', '"', '"', Encoding.UTF_8, 0, new HeaderRule(HeaderRule.Kind.GIVEN, List.of("event", "timestamp")));
        assertThat(TestingReads.read(bytes, TestingReads.rules(given))
                        .rejects()
                        .get(0)
                        .raw())
                .isEqualTo("\"\uFEFFtimestamp\",event");
    }

    @Test
    void aCellLargerThanTheBufferIsWrittenWhole() throws IOException {
        String large = "x".repeat(200_000) + "\"" + "y".repeat(100_000);
        String file = "timestamp,event,note\n" + written(List.of(List.of("1", "a", large)));
        assertThat(TestingReads.read(file).cells()).containsExactly(List.of("1", "a", large));
    }

    @Property(tries = 1_000)
    void theReaderReadsBackWhatIsWritten(@ForAll("records") List<List<String>> records) throws IOException {
        byte[] file = written(records).getBytes(StandardCharsets.UTF_8);
        Dialect dialect = new Dialect(',', '"', '"', Encoding.UTF_8, 0, THREE);
        assertThat(TestingReads.read(new SlowInput(file, 5, 3), TestingReads.rules(dialect), 4)
                        .cells())
                .isEqualTo(records);
    }

    @Property(tries = 1_000)
    void aPeerReadsTheSameCells(@ForAll("records") List<List<String>> records, @ForAll("lineEnds") String lineEnd)
            throws IOException {
        String file = written(records).replace("\"\n", "\"" + lineEnd);
        List<List<String>> peer = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            reader.forEach(record -> peer.add(record.getFields()));
        }
        Dialect dialect = new Dialect(',', '"', '"', Encoding.UTF_8, 0, THREE);
        assertThat(TestingReads.read(file.getBytes(StandardCharsets.UTF_8), TestingReads.rules(dialect))
                        .cells())
                .isEqualTo(peer);
    }

    @Provide
    Arbitrary<List<List<String>>> records() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.of("", "\"", "\"\"", ",", "\n", "\r\n", "\r", "a\"b", " ", "{\"k\": [1, \"x,y\"]}", "é€😀"),
                Arbitraries.of("a", "b", " ", "\"", ",", "\n", "\r", "é", "😀", ";", "'", "\\")
                        .list()
                        .ofMaxSize(30)
                        .map(pieces -> String.join("", pieces)));
        Arbitrary<String> time = Arbitraries.longs().between(0, 1_000_000_000).map(String::valueOf);
        Arbitrary<String> event = text.filter(cell -> !cell.isEmpty());
        Arbitrary<List<String>> record =
                net.jqwik.api.Combinators.combine(time, event, text).as(List::of);
        return record.list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    private static String written(List<List<String>> records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(bytes)) {
            for (List<String> record : records) {
                for (String cell : record) {
                    writer.cell(cell);
                }
                writer.endRecord();
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
