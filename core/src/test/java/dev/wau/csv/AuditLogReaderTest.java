package dev.wau.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.csv.TestingReads.Result;
import dev.wau.model.FileRefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditLogReaderTest {

    private static final String HEADER = "timestamp,event,note\n";

    @Test
    void cellsKeepCommasQuotesAndLineEnds() {
        Result result = TestingReads.read(HEADER + "1,a,\"x, \"\"y\"\"\r\nz\"\n2,b,plain\n");
        assertThat(result.cells()).containsExactly(List.of("1", "a", "x, \"y\"\r\nz"), List.of("2", "b", "plain"));
        assertThat(result.rows()).extracting(TestingReads.Row::line).containsExactly(2L, 4L);
        assertThat(result.rejects()).isEmpty();
    }

    @Test
    void afterABrokenQuoteReadingGoesOnAtTheNextLine() {
        Result result = TestingReads.read(HEADER + "1,a,\"open\n2,b,\"fine\"\n3,c,\"x\"y\n4,d,\n");
        assertThat(result.rejected()).containsExactly("2 text-after-quote", "4 text-after-quote");
        assertThat(result.cells()).containsExactly(List.of("2", "b", "fine"), List.of("4", "d", ""));
        assertThat(result.recordsRead()).isEqualTo(4);
    }

    @Test
    void aFileWithoutATimeColumnIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> TestingReads.read("when,who,event\n1,2,3\n"))
                .isInstanceOf(FileRefusedException.class)
                .hasMessage("""
                        no time column (header: when,who,event)
                          A file needs the column 'timestamp', or tell which column it is:
                          columns.timestamp: when""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"; \";\"", "\\t tab", "| \"|\""},
            quoteCharacter = '\'')
    void aHeaderThatCameOutAsOneColumnNamesItsLikelyDelimiter(String delimiter, String written) {
        String header = "timestamp;event;userId".replace(";", delimiter.equals("\\t") ? "\t" : delimiter);
        assertThatThrownBy(() -> TestingReads.read(header + "\n"))
                .isInstanceOf(FileRefusedException.class)
                .hasMessageStartingWith("no time column (header: ")
                .hasMessageEndingWith("\n  dialect.delimiter: " + written);
    }

    @Test
    void theOrderOfColumnsDoesNotChangeTheHash() {
        Result one = TestingReads.read("timestamp,event,note\n1,a,x\n");
        Result other = TestingReads.read("note,unique_identifier,event,timestamp\nx,77,a,1\n");
        assertThat(one.rows().get(0).hashLow()).isEqualTo(other.rows().get(0).hashLow());
        assertThat(one.rows().get(0).hashHigh()).isEqualTo(other.rows().get(0).hashHigh());
    }
}
