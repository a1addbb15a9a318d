package dev.wau.cli.command;

import dev.wau.cli.terminal.CsvOutput;
import dev.wau.cli.terminal.Terminal;
import dev.wau.load.RowSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query's rows as CSV, printed as they come. */
final class CsvRows implements RowSink, AutoCloseable {

    private final Terminal terminal;
    private @Nullable CsvOutput csv;

    CsvRows(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void columns(List<String> names) {
        csv = CsvOutput.to(terminal, names);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        if (csv != null) {
            csv.record(values);
        }
    }

    @Override
    public void close() {
        if (csv != null) {
            csv.close();
        }
    }
}
