package dev.wau.csv;

import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Refuses a compressed file that inflates past its bounds. */
final class InflationBound extends FilterInputStream {

    /** From here on the ratio is asked: small files compress as they like. */
    private static final long RATIO_FROM = 1 << 20;

    private final LongSupplier compressed;
    private final Limits limits;
    private long inflated;

    InflationBound(InputStream inflating, LongSupplier compressed, Limits limits) {
        super(inflating);
        this.compressed = compressed;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        int read = in.read(bytes, start, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        inflated += read;
        if (inflated > limits.maxInflatedBytes()) {
            throw refused("more than " + limits.maxInflatedBytes() + " bytes (limits.max-inflated-bytes)");
        }
        if (inflated >= RATIO_FROM && inflated / limits.maxInflationRatio() > compressed.getAsLong()) {
            throw refused("more than " + limits.maxInflationRatio() + " times its size (limits.max-inflation-ratio)");
        }
    }

    private static FileRefusedException refused(String bound) {
        return new FileRefusedException(RefusalReason.INFLATES_PAST_BOUND, "the file inflates to " + bound);
    }
}
