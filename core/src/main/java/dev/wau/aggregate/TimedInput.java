package dev.wau.aggregate;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Bytes that are read as long as the run has time. For one thread. */
final class TimedInput extends FilterInputStream {

    /** The run's time was over before the end was read. */
    static final class TimeOver extends IOException {
        TimeOver() {
            super("the time of the run is over");
        }
    }

    private final RunTime time;
    private @Nullable Duration leftAtFirst;

    TimedInput(InputStream bytes, RunTime time) {
        super(bytes);
        this.time = time;
    }

    @Override
    public int read() throws IOException {
        requireTime();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        requireTime();
        return super.read(bytes, start, length);
    }

    private void requireTime() throws TimeOver {
        if (!time.isLimited()) {
            return;
        }
        Duration left = time.left();
        if (leftAtFirst == null) {
            leftAtFirst = left;
        }
        if (RunTime.isOver(left)) {
            throw new TimeOver();
        }
    }

    /** How much of the run's time has passed since the first byte was asked for. */
    Duration sinceFirst() {
        return leftAtFirst == null ? Duration.ZERO : leftAtFirst.minus(time.left());
    }
}
