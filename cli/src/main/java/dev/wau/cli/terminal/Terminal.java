package dev.wau.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command speaks: results to standard output, messages and progress to standard error, UTF-8 always. Text that
 * comes from data is shown with its control characters made visible, so that no cell can write to the terminal.
 * Thread-safe.
 */
public final class Terminal {

    private final OutputStream out;
    private final OutputStream err;
    private final TerminalSettings settings;
    private boolean drawn;

    public Terminal(OutputStream out, OutputStream err, TerminalSettings settings) {
        this.out = new PipeAwareStream(new BufferedOutputStream(out, 1 << 16));
        this.err = err;
        this.settings = settings;
    }

    /** This process's own. */
    public static Terminal system(Map<String, String> environment) {
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                TerminalSettings.system(environment));
    }

    /** The same place without colour. */
    public Terminal withoutColour() {
        return new Terminal(out, err, settings.withoutColour());
    }

    /** What it can show. */
    public TerminalSettings settings() {
        return settings;
    }

    /** Columns; very large when nobody looks. */
    public int width() {
        return settings.width();
    }

    /** The text in this style, or as it is where colour isn't wanted. */
    public String styled(Style style, String text) {
        return settings.colour() ? style.paint(text) : text;
    }

    /** The first where the terminal can show it, else the second. */
    public String glyph(String unicode, String ascii) {
        return settings.unicode() ? unicode : ascii;
    }

    /** An empty line of results. */
    public void line() {
        line("");
    }

    /** A line of results. */
    public synchronized void line(String text) {
        erase();
        write(out, text + "\n");
    }

    /** Lines for a person beside the results: on standard error, control characters made visible. */
    public void message(String text) {
        message(text, Style.PLAIN);
    }

    /** The same in a style, where standard error is a terminal too. */
    public synchronized void message(String text, Style style) {
        erase();
        flush();
        String shown = Text.lines(text);
        write(err, (settings.live() ? styled(style, shown) : shown) + "\n");
    }

    /** For bytes of results: CSV, JSON. Not closed by anyone; flushed at the end. */
    public OutputStream stream() {
        return out;
    }

    /** Sends what stands in the buffer. */
    public synchronized void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }

    /** Draws over the live line of standard error; only where {@link TerminalSettings#live}. */
    synchronized void draw(String text) {
        write(err, "\r\u001b[2K" + text);
        drawn = true;
    }

    private void erase() {
        if (drawn) {
            write(err, "\r\u001b[2K");
            drawn = false;
        }
    }

    private static void write(OutputStream stream, String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }
}
