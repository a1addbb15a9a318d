package dev.wau.warehouse.sql;

import dev.wau.model.FileRefusedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One thread's share of a feeding: reads files, or parts of them, one after the other into a target. Used by one thread. */
public final class FeedReader implements RowSource {

    private final Feeding feeding;
    private @Nullable FileInParts file;
    private @Nullable FileReading reading;

    public FeedReader(Feeding feeding) {
        this.feeding = feeding;
    }

    /**
     * Fills the target; it stays short of full when there are no more rows. A failure ends the whole feeding, for all
     * threads.
     */
    @Override
    public void fill(RowTarget target) throws IOException {
        try {
            while (!target.isFull() && !feeding.failed() && step(target)) {}
        } catch (IOException | RuntimeException | Error e) {
            feeding.fail(e);
            throw e;
        }
    }

    /** Reads on in what is at hand, or takes the next; false when there is none. */
    private boolean step(RowTarget target) throws IOException {
        if (file != null && reading != null) {
            read(file, reading, target);
            return true;
        }
        file = feeding.next(file);
        reading = file == null ? null : file.next();
        return file != null;
    }

    private void read(FileInParts current, FileReading open, RowTarget target) throws IOException {
        try {
            if (!current.lost() && open.fill(target)) {
                return;
            }
            // While it is still closed with this: there may be no room for what it counted.
            open.counting().end();
            reading = null;
            current.done(open);
        } catch (FileRefusedException refusal) {
            reading = null;
            current.refused(open, refusal);
        }
    }

    @Override
    public void close() throws IOException {
        FileInParts current = file;
        FileReading open = reading;
        file = null;
        reading = null;
        if (current != null) {
            current.stop(open);
        }
    }
}
