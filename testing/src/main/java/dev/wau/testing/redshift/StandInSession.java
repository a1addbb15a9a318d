package dev.wau.testing.redshift;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A client's session in one database. */
final class StandInSession implements Session {

    private static final AtomicLong COPIES = new AtomicLong(1_000);

    private final RedshiftStandIn standIn;
    private final String database;
    private long lastCopy = -1;

    StandInSession(RedshiftStandIn standIn, String database) {
        this.standIn = standIn;
        this.database = database;
    }

    @Override
    public Statement read(String sql) throws Refusal {
        Tokens tokens = Tokens.of(sql);
        DocumentedSql.LISTED.require(tokens);
        if (tokens.startsWith("COPY")) {
            return new Statement(sql, "", CopyStatement.of(tokens));
        }
        return new Statement(sql, Translation.of(tokens).replace("pg_last_copy_id()", lastCopy + "::INTEGER"), null);
    }

    @Override
    public void record(String sql) {
        standIn.record(sql);
    }

    @Override
    public @Nullable RedshiftFault fault(String sql) {
        return standIn.faults().take(sql);
    }

    @Override
    public void copy(CopyStatement copy, Backend backend) throws IOException, Refusal, BackendRefusal {
        lastCopy = COPIES.incrementAndGet();
        new CopyCommand(lastCopy, copy, standIn.files(), backend, new LoadErrors(database)).run();
    }
}
