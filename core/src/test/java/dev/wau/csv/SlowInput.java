package dev.wau.csv;

import java.io.ByteArrayInputStream;
import java.util.Random;

/** Deals out bytes in pieces of odd sizes. */
final class SlowInput extends ByteArrayInputStream {

    private final Random random;
    private final int most;

    SlowInput(byte[] bytes, long seed, int most) {
        super(bytes);
        this.random = new Random(seed);
        this.most = most;
    }

    @Override
    public synchronized int read(byte[] bytes, int start, int length) {
        return super.read(bytes, start, Math.min(length, 1 + random.nextInt(most)));
    }
}
