package dev.wau.cli.terminal;

import dev.wau.csv.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CSV for a spreadsheet, in the central dialect, header first. Text that a spreadsheet would run as a formula (it
 * starts with {@code = + - @}, a tab or a carriage return, and is no number) gets a {@code '} before it: the text comes
 * from other people's users. Exact values come with JSON. Not thread-safe.
 */
public final class CsvOutput implements Closeable {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?");

    private final CsvWriter writer;

    private CsvOutput(CsvWriter writer) {
        this.writer = writer;
    }

    /** Writes the header to the terminal's standard output; closing it leaves that open. */
    public static CsvOutput to(Terminal terminal, List<String> header) {
        CsvOutput output = new CsvOutput(new CsvWriter(terminal.stream()));
        output.record(header);
        return output;
    }

    /** One record: nothing for null, numbers without separators, times as ISO 8601 in UTC. */
    public CsvOutput record(List<? extends @Nullable Object> cells) {
        try {
            for (Object cell : cells) {
                writer.cell(cell == null ? "" : text(cell));
            }
            writer.endRecord();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object cell) {
        String text = cell.toString();
        boolean risky = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        boolean number =
                cell instanceof Number || !risky || NUMBER.matcher(text).matches();
        return number ? text : "'" + text;
    }
}
