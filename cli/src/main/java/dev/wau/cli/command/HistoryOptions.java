package dev.wau.cli.command;

import dev.wau.cli.terminal.Format;
import dev.wau.load.FileState;
import dev.wau.load.LoadHistory.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows of the history, and how many. */
final class HistoryOptions {

    private static final int TABLE_ROWS = 100;
    private static final int UNASKED = -1;

    @Option(names = "--customer", paramLabel = "NAME", description = "only this customer's")
    @Nullable
    String customer;

    @Option(names = "--file", paramLabel = "KEY", description = "only this key, or keys that end in /KEY")
    @Nullable
    String file;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "at most so many rows; 0 for all (default: 100 in a table, all otherwise)")
    int limit = UNASKED;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: table)")
    Format format = Format.TABLE;

    /** The filter, asking for one row more than is shown, to know whether there are more. */
    Filter filter(@Nullable FileState state, Format shown) {
        int rows = limit(shown);
        return new Filter(customer, file, state, rows == Integer.MAX_VALUE ? rows : rows + 1);
    }

    /** Cuts the rows to the limit; whether there were more. */
    boolean cut(List<?> rows, Format shown) {
        int most = limit(shown);
        if (rows.size() <= most) {
            return false;
        }
        rows.subList(most, rows.size()).clear();
        return true;
    }

    /** The same where the newest are last, and kept. */
    boolean cutOldest(List<?> rows, Format shown) {
        int most = limit(shown);
        if (rows.size() <= most) {
            return false;
        }
        rows.subList(0, rows.size() - most).clear();
        return true;
    }

    private int limit(Format shown) {
        if (limit == UNASKED) {
            return shown == Format.TABLE ? TABLE_ROWS : Integer.MAX_VALUE;
        }
        return limit == 0 ? Integer.MAX_VALUE : limit;
    }
}
