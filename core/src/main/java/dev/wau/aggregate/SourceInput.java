package dev.wau.aggregate;

import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A source's bytes on their way: they advance the progress, and their errors are told from those of the store. */
final class SourceInput extends FilterInputStream {

    /** The source failed, not the central bucket. */
    static final class Failed extends IOException {
        private final Exception reason;

        Failed(Exception reason) {
            super(reason.getMessage(), reason);
            this.reason = reason;
        }

        /** What the source threw; {@link TimedInput.TimeOver} where it was not asked any more. */
        Exception reason() {
            return reason;
        }
    }

    private final TimedInput timed;
    private final Progress.Stage stage;
    private final long total;
    private long advanced;
    private @Nullable Failed failure;

    SourceInput(InputStream bytes, RunTime time, Progress.Stage stage, long total) {
        this(new TimedInput(bytes, time), stage, total);
    }

    private SourceInput(TimedInput timed, Progress.Stage stage, long total) {
        super(timed);
        this.timed = timed;
        this.stage = stage;
        this.total = total;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        int read;
        try {
            read = super.read(bytes, start, length);
        } catch (IOException | WauException e) {
            failure = new Failed(e);
            throw failure;
        }
        advance(Math.max(0, read));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Throws what the source threw, where a reader has taken it for the file's fault. */
    void requireSound() throws Failed {
        if (failure != null) {
            throw failure;
        }
    }

    /** How much of the run's time the file has had: its reading, and what was done with it since. */
    Duration given() {
        return timed.sinceFirst();
    }

    // Never more than the size in the listing, so that a bar ends at its end.
    private void advance(long read) {
        long step = Math.min(read, total - advanced);
        if (step > 0) {
            advanced += step;
            stage.advance(step, 0);
        }
    }

    /** The file is done, to its end or not. */
    void finish() {
        stage.advance(total - advanced, 1);
        advanced = total;
    }
}
