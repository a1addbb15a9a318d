package dev.wau.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A terminal whose output is kept. */
final class TestingTerminal {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal;

    TestingTerminal(TerminalSettings settings) {
        terminal = new Terminal(out, err, settings);
    }

    static TestingTerminal wide(int columns) {
        return new TestingTerminal(new TerminalSettings(columns, false, true, false));
    }

    Terminal terminal() {
        return terminal;
    }

    String out() {
        terminal.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return out().lines().toList();
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
