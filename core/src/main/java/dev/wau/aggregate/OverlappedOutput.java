package dev.wau.aggregate;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lets another thread write on, in order: a large file is read on one core while it is hashed and stored on another. What
 * fails there is thrown here, once, at the next write or by {@link #close}; after that nothing is written any more. For
 * one thread.
 */
final class OverlappedOutput extends OutputStream {

    private static final int BLOCK = 256 << 10;
    private static final int BLOCKS = 4;

    /** Bytes on their way; none end the way. */
    private static final class Block {
        private final byte[] bytes;
        private int length;

        Block(int size) {
            bytes = new byte[size];
        }

        int room() {
            return bytes.length - length;
        }

        void put(byte[] source, int start, int count) {
            System.arraycopy(source, start, bytes, length, count);
            length += count;
        }
    }

    private final OutputStream out;
    private final BlockingQueue<Block> empty = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS + 1);
    private final Thread writer = new Thread(this::writeAll, "wau-aggregate-write");
    private volatile @Nullable Throwable failure;
    private @Nullable Block block;
    private boolean closed;
    private boolean told;

    /** Writes to this stream, and leaves it open. */
    OverlappedOutput(OutputStream out) {
        this.out = out;
        for (int i = 0; i < BLOCKS; i++) {
            empty.add(new Block(BLOCK));
        }
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        int written = 0;
        while (written < length) {
            Block target = block();
            int step = Math.min(target.room(), length - written);
            target.put(bytes, start + written, step);
            written += step;
            if (target.room() == 0) {
                handOver();
            }
        }
    }

    /** Returns when all is written, or nothing more will be. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        handOver();
        // There is room for it behind all blocks.
        full.add(new Block(0));
        awaitEnd();
        requireSuccess();
    }

    private Block block() throws IOException {
        requireSuccess();
        if (block == null) {
            try {
                block = empty.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
        return block;
    }

    private void handOver() {
        if (block != null) {
            full.add(block);
            block = null;
        }
    }

    // Whoever owns the stream behind closes it next: nobody may be at work on it then, interrupted or not.
    private void awaitEnd() {
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireSuccess() throws IOException {
        Throwable cause = failure;
        if (cause == null || told) {
            return;
        }
        told = true;
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        throw new IllegalStateException(cause);
    }

    private void writeAll() {
        try {
            for (Block next = full.take(); next.length > 0; next = full.take()) {
                if (failure == null) {
                    write(next);
                }
                next.length = 0;
                empty.add(next);
            }
        } catch (InterruptedException e) {
            failure = new IllegalStateException("Nobody interrupts this thread", e);
        }
    }

    private void write(Block next) {
        try {
            out.write(next.bytes, 0, next.length);
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }
}
