package dev.wau.aggregate;

import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import java.io.BufferedInputStream;
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

    /** What is waited for at first; larger than what a small file has, smaller than what a reader asks for. */
    private static final int FIRST_BYTES = 64 << 10;

    private final TimedInput timed;
    private final Progress.Stage stage;
    private final long total;
    private long advanced;
    private @Nullable Failed failure;

    SourceInput(InputStream bytes, RunTime time, Progress.Stage stage, long total) {
        this(new TimedInput(bytes, time), stage, total);
    }

    private SourceInput(TimedInput timed, Progress.Stage stage, long total) {
        super(new BufferedInputStream(timed, FIRST_BYTES));
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

    /**
     * Waits for the first bytes: over a network they take longest, and nobody is kept from working meanwhile. What the file
     * has of the run's time begins afterwards.
     */
    void await() throws Failed {
        try {
            in.mark(1);
            in.read();
            in.reset();
        } catch (IOException | WauException e) {
            failure = new Failed(e);
            throw failure;
        }
        timed.restart();
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
