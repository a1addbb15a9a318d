package dev.wau.testing.redshift;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A client's session in one database. Not thread-safe. */
final class Session {

    private static final AtomicLong COPIES = new AtomicLong(1_000);

    private final RedshiftStandIn standIn;
    private final String database;
    private LastCopy lastCopy = LastCopy.NONE;

    Session(RedshiftStandIn standIn, String database) {
        this.standIn = standIn;
        this.database = database;
    }

    /** @throws Refusal of what isn't documented, or can't be done on Redshift */
    Statement read(String sql) throws Refusal {
        Tokens tokens = Tokens.of(sql);
        DocumentedSql.LISTED.require(tokens);
        Limits.require(tokens);
        if (tokens.startsWith("COPY")) {
            return new Statement(sql, "", CopyStatement.of(tokens));
        }
        return new Statement(sql, Translation.of(tokens, lastCopy), null);
    }

    /** Remembers what was sent. */
    void record(String sql) {
        standIn.record(sql);
    }

    /** What is to go wrong with this statement now. */
    @Nullable
    RedshiftFault fault(String sql) {
        return standIn.faults().take(sql);
    }

    /** Carries a COPY out on this end of the connection. */
    void copy(CopyStatement copy, Backend backend) throws IOException, Refusal, BackendRefusal {
        long query = COPIES.incrementAndGet();
        CopyCommand command =
                new CopyCommand(query, copy, standIn.files(), backend, new LoadErrors(database, backend.process()));
        try {
            command.run();
        } finally {
            // As documented: not by a COPY that fails before it loads.
            lastCopy = command.began() ? new LastCopy(query, command.rows()) : lastCopy;
        }
    }
}
