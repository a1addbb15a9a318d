package dev.wau.csv;

/** Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing past U+10FFFF. */
final class Utf8 {

    private Utf8() {}

    /** Where the first byte stands that starts no character, or {@code to}. */
    static int firstInvalid(byte[] bytes, int from, int to) {
        int position = from;
        while (position < to) {
            if (bytes[position] >= 0) {
                position++;
                continue;
            }
            int length = length(bytes, position, to);
            if (length == 0) {
                return position;
            }
            position += length;
        }
        return to;
    }

    /** Writes a character (a lone surrogate too, in the form that is invalid); returns where it ends. */
    static int encode(int character, byte[] target, int at) {
        int end = at;
        if (character < 0x80) {
            target[end++] = (byte) character;
            return end;
        }
        if (character < 0x800) {
            target[end++] = (byte) (0xC0 | character >> 6);
        } else {
            if (character < 0x10000) {
                target[end++] = (byte) (0xE0 | character >> 12);
            } else {
                target[end++] = (byte) (0xF0 | character >> 18);
                target[end++] = (byte) (0x80 | (character >> 12 & 0x3F));
            }
            target[end++] = (byte) (0x80 | (character >> 6 & 0x3F));
        }
        target[end++] = (byte) (0x80 | (character & 0x3F));
        return end;
    }

    /** The length of the character that starts here with a byte above 127, or 0 if none does. */
    private static int length(byte[] bytes, int position, int to) {
        int lead = bytes[position] & 0xFF;
        int second = continuation(bytes, position + 1, to);
        if (second < 0 || lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        if (lead < 0xE0) {
            return 2;
        }
        if (continuation(bytes, position + 2, to) < 0) {
            return 0;
        }
        if (lead < 0xF0) {
            boolean overlong = lead == 0xE0 && second < 0xA0;
            boolean surrogate = lead == 0xED && second >= 0xA0;
            return overlong || surrogate ? 0 : 3;
        }
        boolean overlong = lead == 0xF0 && second < 0x90;
        boolean beyond = lead == 0xF4 && second >= 0x90;
        return overlong || beyond || continuation(bytes, position + 3, to) < 0 ? 0 : 4;
    }

    private static int continuation(byte[] bytes, int position, int to) {
        int value = position < to ? bytes[position] & 0xFF : 0;
        return (value & 0xC0) == 0x80 ? value : -1;
    }
}
