package dev.wau.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarChartTest {

    private final BarChart chart = new BarChart()
            .bar("2025-06-02", 1291)
            .bar("2025-06-09", 1342)
            .provisional("2025-06-16", 772, "7 of 8 customers");

    @Test
    void showsNumbersChangesAndWhatIsProvisional() {
        TestingTerminal testing = TestingTerminal.wide(100);
        chart.print(testing.terminal());
        assertThat(testing.lines()).hasSize(3);
        assertThat(testing.lines().get(0)).startsWith("2025-06-02  ██████").endsWith("1,291");
        assertThat(testing.lines().get(1)).endsWith("1,342   +4.0 %");
        assertThat(testing.lines().get(2)).endsWith("  772   7 of 8 customers: provisional");
    }

    @Test
    void fitsTheTerminal() {
        for (int width : new int[] {60, 80, 120}) {
            TestingTerminal testing = TestingTerminal.wide(width);
            chart.print(testing.terminal());
            assertThat(testing.lines()).allMatch(line -> Text.width(line) <= width);
        }
    }

    @Test
    void anEmptyChartAndZerosAreFine() {
        TestingTerminal testing = TestingTerminal.wide(80);
        new BarChart().print(testing.terminal());
        new BarChart().bar("a", 0).bar("b", 0).print(testing.terminal());
        assertThat(testing.lines()).hasSize(2).allMatch(line -> line.endsWith("0"));
    }

    @Test
    void colourOnlyWhereWanted() {
        TestingTerminal coloured = new TestingTerminal(new TerminalSettings(80, true, true, false));
        chart.print(coloured.terminal());
        assertThat(coloured.out()).contains("\u001b[36m");
        TestingTerminal plain = new TestingTerminal(new TerminalSettings(80, true, true, false).withoutColour());
        chart.print(plain.terminal());
        assertThat(plain.out()).doesNotContain("\u001b");
    }
}
