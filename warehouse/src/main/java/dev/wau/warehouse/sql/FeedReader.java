package dev.wau.warehouse.sql;

import dev.wau.model.FileRefusedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One thread's share of a feeding: reads files one after the other into a target. Used by one thread. */
public final class FeedReader implements RowSource {

    private final Feeding feeding;
    private @Nullable FileToFeed file;
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

    /** Reads on in the file at hand, or in the next one; false when there is none. */
    private boolean step(RowTarget target) throws IOException {
        FileToFeed current = file == null ? feeding.next() : file;
        if (current == null) {
            return false;
        }
        file = current;
        try {
            read(current, target);
        } catch (FileRefusedException refusal) {
            feeding.refused(current, refusal);
            feeding.progress().advance(0, 1);
            close();
        }
        return true;
    }

    private void read(FileToFeed current, RowTarget target) throws IOException {
        FileReading open = reading;
        if (open == null) {
            open = new FileReading(current, feeding);
            reading = open;
            open.requireSameLayout();
        }
        if (!open.fill(target)) {
            feeding.done(open.done(), open.counting());
            close();
        }
    }

    @Override
    public void close() throws IOException {
        file = null;
        FileReading open = reading;
        reading = null;
        if (open != null) {
            open.close();
        }
    }
}
