package dev.wau.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TableTest {

    private final TestingTerminal testing = TestingTerminal.wide(80);

    @Test
    void textStandsLeftAndNumbersRightWithSeparators() {
        new Table()
                .text("customer")
                .number("records")
                .row("acme", 1_204_377L)
                .row("b", 7)
                .print(testing.terminal());
        assertThat(testing.lines())
                .containsExactly("customer    records", "acme      1,204,377", "b                 7");
    }

    @Test
    void timesAreInUtcToTheSecondAndNullIsEmpty() {
        new Table()
                .text("at")
                .text("b")
                .row(Instant.parse("2025-01-06T10:00:00.123Z"), null)
                .print(testing.terminal());
        assertThat(testing.lines().get(1)).isEqualTo("2025-01-06 10:00:00");
    }

    @Test
    void theWidestTextGivesWayAndShowsIt() {
        TestingTerminal narrow = TestingTerminal.wide(40);
        new Table()
                .text("a")
                .text("b")
                .number("n")
                .row("x".repeat(60), "short", 12)
                .print(narrow.terminal());
        assertThat(narrow.lines()).allMatch(line -> line.length() <= 40);
        assertThat(narrow.lines().get(1)).contains("x…  short  12");
    }

    @Test
    void numbersAreNeverCut() {
        TestingTerminal narrow = TestingTerminal.wide(40);
        Table table = new Table().text("a");
        for (int i = 0; i < 5; i++) {
            table.number("number " + i);
        }
        table.row("x".repeat(30), 123_456_789L, 123_456_789L, 123_456_789L, 123_456_789L, 123_456_789L);
        table.print(narrow.terminal());
        assertThat(narrow.lines().get(1)).contains("123,456,789  123,456,789").endsWith("123,456,789");
    }

    @Test
    void nothingIsCutInAPipe() {
        TestingTerminal pipe = new TestingTerminal(TerminalSettings.PIPE);
        new Table().text("a").row("x".repeat(500)).print(pipe.terminal());
        assertThat(pipe.lines().get(1)).hasSize(500);
    }

    @Test
    void wideCharactersTakeTwoColumnsAndCombiningMarksNone() {
        new Table().text("a").text("b").row("日本", "x").row("e\u0301tat", "x").print(testing.terminal());
        assertThat(testing.lines()).containsExactly("a     b", "日本  x", "e\u0301tat  x");
    }

    @Test
    void controlCharactersInCellsAreVisible() {
        new Table().text("a").row("x\u001b[31m\ny\u202E").print(testing.terminal());
        assertThat(testing.lines().get(1)).isEqualTo("x\\x1B[31m\\ny\\u202E");
    }

    @Test
    void barsAreInEighthsAndGiveWayFirst() {
        TestingTerminal narrow = TestingTerminal.wide(40);
        new Table()
                .text("week")
                .bar("")
                .number("users")
                .row("2025-06-09", 1600, 1600)
                .row("2025-06-16", 775, 775)
                .print(narrow.terminal());
        assertThat(narrow.lines().get(1)).isEqualTo("2025-06-09  " + "█".repeat(21) + "  1,600");
        assertThat(narrow.lines().get(2)).isEqualTo("2025-06-16  " + "█".repeat(10) + "▏" + " ".repeat(10) + "    775");
    }

    @Test
    void asciiStandsInForGlyphs() {
        TestingTerminal ascii = new TestingTerminal(new TerminalSettings(40, false, false, false));
        new Table().text("a").bar("b").row("x".repeat(60), 1).print(ascii.terminal());
        assertThat(ascii.out()).contains("~", "#").matches("\\p{ASCII}*");
    }
}
