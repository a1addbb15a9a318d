package dev.wau.load;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.RejectSink;
import dev.wau.model.FileId;
import dev.wau.model.Reject;
import java.io.IOException;
import java.util.List;

/**
 * A file version about to be staged.
 *
 * @param id the number its rows carry
 * @param version which
 * @param opener opens it with the one reader; called once, on a thread of the warehouse's choice
 * @param sourceRejected records of the source's file that aggregation rejected
 * @param sourceRejects the first of them, without text
 */
public record FileToLoad(
        FileId id, FileVersion version, Opener opener, long sourceRejected, List<Reject> sourceRejects) {

    public FileToLoad {
        sourceRejects = List.copyOf(sourceRejects);
    }

    /** Opens a file's reader. */
    @FunctionalInterface
    public interface Opener {
        AuditLogReader open(RejectSink rejects) throws IOException;
    }
}
