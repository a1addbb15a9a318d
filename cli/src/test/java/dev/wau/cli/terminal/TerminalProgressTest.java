package dev.wau.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

    @Test
    void elsewhereThanOnATerminalAStageLeavesOneLine() {
        TestingTerminal testing = new TestingTerminal(TerminalSettings.PIPE);
        try (Progress.Stage stage = new TerminalProgress(testing.terminal()).start("load", 184_000_000, 2)) {
            stage.advance(100_000_000, 1);
            stage.advance(84_000_000, 1);
        }
        assertThat(testing.out()).isEmpty();
        assertThat(testing.err()).matches("load +2 files +184 MB +[0-9.]+ [kMGTP]?B/s +0\\.[0-9] s\n");
    }

    @Test
    void onATerminalTheLiveLineHasBarRateAndRemainingTimeAndIsErased() throws InterruptedException {
        TestingTerminal testing = new TestingTerminal(new TerminalSettings(100, false, true, true));
        try (Progress.Stage stage = new TerminalProgress(testing.terminal()).start("load", 200_000_000, 2)) {
            Thread.sleep(150);
            stage.advance(100_000_000, 1);
        }
        assertThat(testing.err())
                .containsPattern("\r\u001b\\[2Kload +1 of 2 files +▕██████████ +▏ +[0-9.]+ [MG]B/s +0\\.[0-9] s left")
                .containsPattern("\r\u001b\\[2Kload +1 file ")
                .endsWith("s\n");
    }

    @Test
    void aLineOfResultsFirstErasesTheLiveLine() {
        TestingTerminal testing = new TestingTerminal(new TerminalSettings(100, false, true, true));
        testing.terminal().draw("under way");
        testing.terminal().line("result");
        assertThat(testing.err()).isEqualTo("\r\u001b[2Kunder way\r\u001b[2K");
        assertThat(testing.out()).isEqualTo("result\n");
    }

    @Test
    void closingTwiceSaysItOnce() {
        TestingTerminal testing = new TestingTerminal(TerminalSettings.PIPE);
        Progress.Stage stage = new TerminalProgress(testing.terminal()).start("load", -1, -1);
        stage.close();
        stage.close();
        assertThat(testing.err().lines()).hasSize(1);
    }

    @Test
    void aClosedStandardErrorDoesNotStopTheWork() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("closed");
            }
        };
        Terminal terminal = new Terminal(OutputStream.nullOutputStream(), broken, TerminalSettings.PIPE);
        try (Progress.Stage stage = new TerminalProgress(terminal).start("load", 10, 1)) {
            stage.advance(10, 1);
        }
    }
}
