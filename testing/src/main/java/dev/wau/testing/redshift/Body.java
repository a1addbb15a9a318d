package dev.wau.testing.redshift;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A message's body while it is written: numbers in network order, texts with a zero byte behind. Not thread-safe. */
final class Body {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Body text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return number8(0);
    }

    Body number8(int value) {
        bytes.write(value);
        return this;
    }

    Body number16(int value) {
        return number8(value >>> 8).number8(value);
    }

    Body number32(int value) {
        return number16(value >>> 16).number16(value);
    }

    Body raw(byte[] raw) {
        bytes.writeBytes(raw);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
