package dev.wau.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTest {

    private record Row(String name, long count) {}

    private final TestingTerminal testing = new TestingTerminal(TerminalSettings.PIPE);
    private final Listing<Row> listing = new Listing<Row>("thing")
            .text("its_name", "name", Row::name)
            .number("its_count", Row::count)
            .detail("twice", row -> row.count() * 2);

    @Test
    void aListingIsATableCsvAndJsonAlike() {
        List<Row> rows = List.of(new Row("a\"b", 1234));
        listing.print(testing.terminal(), Format.TABLE, rows);
        listing.print(testing.terminal(), Format.CSV, rows);
        listing.print(testing.terminal(), Format.JSON, rows);
        assertThat(testing.lines())
                .containsExactly(
                        "name  its count",
                        "a\"b       1,234",
                        "its_name,its_count,twice",
                        "\"a\"\"b\",1234,2468",
                        "{\"type\":\"thing\",\"its_name\":\"a\\\"b\",\"its_count\":1234,\"twice\":2468}");
    }

    @Test
    void nothingIsNoLineOfJson() {
        listing.print(testing.terminal(), Format.JSON, List.of());
        assertThat(testing.out()).isEmpty();
    }

    @Test
    void jsonKeepsNumbersAndNull() {
        try (JsonOutput json = JsonOutput.to(testing.terminal())) {
            json.object("x")
                    .field("big", BigInteger.TWO.pow(100))
                    .field("nan", Double.NaN)
                    .field("none", null)
                    .field("yes", true)
                    .field("at", Instant.EPOCH)
                    .end();
            json.object("x").end();
        }
        assertThat(testing.out())
                .isEqualTo("{\"type\":\"x\",\"big\":1267650600228229401496703205376,\"nan\":\"NaN\",\"none\":null,"
                        + "\"yes\":true,\"at\":\"1970-01-01T00:00:00Z\"}\n{\"type\":\"x\"}\n");
    }

    @Test
    void textThatASpreadsheetWouldRunIsDisarmed() {
        try (CsvOutput csv = CsvOutput.to(testing.terminal(), List.of("a", "b", "c", "d"))) {
            csv.record(Arrays.asList("=1+1", "@x", null, "-5"));
            csv.record(List.of("+49 30", "-x", -7, "plain"));
        }
        assertThat(testing.lines()).containsExactly("a,b,c,d", "'=1+1,'@x,,-5", "'+49 30,'-x,-7,plain");
    }
}
