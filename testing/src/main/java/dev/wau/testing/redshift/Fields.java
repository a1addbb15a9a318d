package dev.wau.testing.redshift;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A message's body while it is read. Not thread-safe. */
final class Fields {

    private final ByteBuffer bytes;

    Fields(byte[] body) {
        bytes = ByteBuffer.wrap(body);
    }

    /** Up to the next zero byte. */
    String text() {
        int start = bytes.position();
        while (bytes.get() != 0) {
            // Up to the zero.
        }
        return new String(bytes.array(), start, bytes.position() - start - 1, StandardCharsets.UTF_8);
    }

    int number8() {
        return bytes.get();
    }

    int number16() {
        return bytes.getShort();
    }

    int number32() {
        return bytes.getInt();
    }

    /** A column of a row, as text. */
    @Nullable
    String value() {
        int length = bytes.getInt();
        if (length < 0) {
            return null;
        }
        byte[] value = new byte[length];
        bytes.get(value);
        return new String(value, StandardCharsets.UTF_8);
    }

    boolean more() {
        return bytes.hasRemaining();
    }

    byte[] rest() {
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return rest;
    }
}
