package dev.wau.testing.redshift;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a connection is asked for in one database: read, recorded, with the faults that wait. */
interface Session {

    /** @throws Refusal of what isn't documented */
    Statement read(String sql) throws Refusal;

    /** Remembers what was sent. */
    void record(String sql);

    /** What is to go wrong with this statement now. */
    @Nullable
    RedshiftFault fault(String sql);

    /** Carries a COPY out on this end of the connection. */
    void copy(CopyStatement copy, Backend backend) throws IOException, Refusal, BackendRefusal;
}
