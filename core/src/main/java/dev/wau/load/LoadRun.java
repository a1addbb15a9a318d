package dev.wau.load;

import dev.wau.csv.RowIdentity;
import dev.wau.model.BatchId;
import dev.wau.model.RunId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One execution that may change the warehouse: becomes a row of {@code wau_runs} in its own transaction.
 *
 * @param id known before the transaction begins
 * @param kind what it does
 * @param batch the marker's batch; null when there is none
 * @param started when
 * @param identity what makes rows of different files equal; a warehouse keeps the one it began with and refuses another
 * @param columns what happens to unknown header names
 * @param maxColumns how many further columns the table may have
 */
public record LoadRun(
        RunId id,
        Kind kind,
        @Nullable BatchId batch,
        Instant started,
        RowIdentity identity,
        ColumnPolicy columns,
        int maxColumns) {

    /** What a run does. */
    public enum Kind {
        LOAD,
        UNLOAD,
        RELOAD,
        REWIND;

        /** The value in {@code wau_runs.kind}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
