package dev.wau.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;

/** Standard output that tells a closed pipe from every other I/O error, and that nobody closes. */
final class PipeAwareStream extends OutputStream {

    private final OutputStream target;

    PipeAwareStream(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int b) {
        try {
            target.write(b);
        } catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
        try {
            target.write(bytes, start, length);
        } catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }

    @Override
    public void flush() {
        try {
            target.flush();
        } catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }

    @Override
    public void close() {
        flush();
    }
}
