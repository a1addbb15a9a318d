package dev.wau.csv;

import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip (RFC 1952): any number of members, then nothing but zero padding. The JDK's own stream takes a cut-off or
 * foreign second member for the end of the file, which would lose records silently.
 */
final class GzipInput extends InputStream {

    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream file;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] chunk = new byte[64 << 10];
    private int position;
    private int limit;
    private long passed;
    private boolean inMember;
    private boolean ended;

    GzipInput(InputStream file) {
        this.file = file;
    }

    /** Compressed bytes used so far. */
    long compressedBytes() {
        return passed + position - inflater.getRemaining();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember && !startMember()) {
                ended = true;
                break;
            }
            int inflated = inflate(bytes, start, length);
            if (inflated > 0) {
                checksum.update(bytes, start, inflated);
                return inflated;
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int start, int length) throws IOException {
        try {
            int inflated = inflater.inflate(bytes, start, length);
            if (inflated > 0) {
                return inflated;
            }
        } catch (DataFormatException corrupt) {
            throw refused("the compressed data is corrupt", corrupt);
        }
        if (inflater.finished()) {
            endMember();
        } else if (inflater.needsDictionary()) {
            throw refused("the compressed data asks for a dictionary", null);
        } else {
            feed();
        }
        return 0;
    }

    private void feed() throws IOException {
        if (position == limit && !fill()) {
            throw refused("the file is cut off", null);
        }
        inflater.setInput(chunk, position, limit - position);
        position = limit;
    }

    private boolean startMember() throws IOException {
        boolean first = passed + position == 0;
        int magic = first ? required() : pastPadding();
        if (magic < 0) {
            return false;
        }
        if (magic != 0x1F || required() != 0x8B || required() != DEFLATE) {
            throw refused("something that is not gzip follows the compressed data", null);
        }
        int flags = required();
        pass(6);
        if ((flags & EXTRA) != 0) {
            pass(required() | required() << 8);
        }
        passText(flags & NAME);
        passText(flags & COMMENT);
        if ((flags & HEADER_CHECKSUM) != 0) {
            pass(2);
        }
        inflater.reset();
        checksum.reset();
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        long length = inflater.getBytesWritten();
        inflater.reset();
        if (littleEndian() != checksum.getValue()) {
            throw refused("the checksum doesn't match", null);
        }
        if (littleEndian() != (length & 0xFFFFFFFFL)) {
            throw refused("the length doesn't match", null);
        }
        inMember = false;
    }

    private int pastPadding() throws IOException {
        int value;
        do {
            value = next();
        } while (value == 0);
        return value;
    }

    private long littleEndian() throws IOException {
        return required() | required() << 8 | required() << 16 | (long) required() << 24;
    }

    private void pass(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            required();
        }
    }

    private void passText(int flag) throws IOException {
        if (flag != 0) {
            int value;
            do {
                value = required();
            } while (value != 0);
        }
    }

    private int required() throws IOException {
        int value = next();
        if (value < 0) {
            throw refused("the file is cut off", null);
        }
        return value;
    }

    private int next() throws IOException {
        return position < limit || fill() ? chunk[position++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        passed += limit;
        position = 0;
        limit = Math.max(0, file.read(chunk, 0, chunk.length));
        return limit > 0;
    }

    private static FileRefusedException refused(String why, @org.jspecify.annotations.Nullable Throwable cause) {
        String message = "gzip can't be read to its end: " + why;
        return cause == null
                ? new FileRefusedException(RefusalReason.UNREADABLE_COMPRESSION, message)
                : new FileRefusedException(RefusalReason.UNREADABLE_COMPRESSION, message, cause);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        file.close();
    }
}
