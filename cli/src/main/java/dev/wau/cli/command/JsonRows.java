package dev.wau.cli.command;

import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Terminal;
import dev.wau.load.RowSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query's rows as JSON lines, printed as they come. */
final class JsonRows implements RowSink, AutoCloseable {

    private final JsonOutput json;
    private List<String> columns = List.of();

    JsonRows(Terminal terminal) {
        this.json = JsonOutput.to(terminal);
    }

    @Override
    public void columns(List<String> names) {
        columns = List.copyOf(names);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        json.object();
        for (int i = 0; i < values.size(); i++) {
            json.field(columns.get(i), values.get(i));
        }
        json.end();
    }

    @Override
    public void close() {
        json.close();
    }
}
