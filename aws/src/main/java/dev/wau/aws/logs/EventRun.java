package dev.wau.aws.logs;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Sorted events in a part of a file.
 *
 * @param start of the first, in bytes
 * @param end after the last, in bytes
 */
record EventRun(long start, long end) {

    private static final int BUFFER = 16 << 10;

    static void write(LoggedEvent event, DataOutputStream out) throws IOException {
        out.writeLong(event.timestamp());
        write(event.id(), out);
        write(event.message(), out);
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** From the first on. */
    Reader read(FileChannel file) throws IOException {
        return new Reader(new DataInputStream(new BufferedInputStream(new Part(file, start, end), BUFFER)));
    }

    /** Reads a run; stands before its first event. Not thread-safe. */
    static final class Reader {
        private final DataInputStream in;

        private Reader(DataInputStream in) {
            this.in = in;
        }

        /** The next event; null at the end. */
        @Nullable
        LoggedEvent next() throws IOException {
            return in.available() == 0 ? null : new LoggedEvent(in.readLong(), text(), text());
        }

        private String text() throws IOException {
            byte[] bytes = in.readNBytes(in.readInt());
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Part of a file that others read at the same time. */
    private static final class Part extends InputStream {
        private final FileChannel file;
        private final long end;
        private long position;

        Part(FileChannel file, long start, long end) {
            this.file = file;
            this.position = start;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            if (position == end) {
                return -1;
            }
            int wanted = (int) Math.min(length, end - position);
            int read = file.read(ByteBuffer.wrap(bytes, start, wanted), position);
            position += Math.max(0, read);
            return read;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, end - position);
        }
    }
}
