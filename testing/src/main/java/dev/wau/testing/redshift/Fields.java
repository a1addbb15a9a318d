package dev.wau.testing.redshift;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

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

    /** A column of a row, as text; none of ours is NULL. */
    String given() {
        byte[] value = new byte[bytes.getInt()];
        bytes.get(value);
        return new String(value, StandardCharsets.UTF_8);
    }

    byte[] rest() {
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return rest;
    }
}
