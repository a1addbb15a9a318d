package dev.wau.csv;

import java.nio.charset.StandardCharsets;

/** Shows bytes to a person: characters as they are, bytes that are no character as {@code \xNN}. */
final class RawText {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private RawText() {}

    /** The text from {@code from} to {@code to}; past {@code max} bytes it is cut before a character, and ends in {@code …}. */
    static String of(byte[] bytes, int from, int to, int max) {
        int end = to;
        if (to - from > max) {
            end = from + max;
            while (end > from && end > from + max - 3 && (bytes[end] & 0xC0) == 0x80) {
                end--;
            }
        }
        StringBuilder text = new StringBuilder(end - from);
        append(text, bytes, from, end);
        return end < to ? text.append('…').toString() : text.toString();
    }

    /** A name or value for a message: one line, no control characters, at most this many characters. */
    static String printable(String value, int max) {
        StringBuilder text = new StringBuilder();
        int shown = value.codePointCount(0, value.length()) > max ? value.offsetByCodePoints(0, max) : value.length();
        value.substring(0, shown).codePoints().forEach(character -> {
            if (Character.isISOControl(character) || Character.getType(character) == Character.FORMAT) {
                text.append(String.format(java.util.Locale.ROOT, "\\u%04X", character));
            } else {
                text.appendCodePoint(character);
            }
        });
        return shown < value.length() ? text.append('…').toString() : text.toString();
    }

    private static void append(StringBuilder text, byte[] bytes, int from, int end) {
        int position = from;
        while (position < end) {
            int bad = Utf8.firstInvalid(bytes, position, end);
            int nul = position;
            while (nul < bad && bytes[nul] != 0) {
                nul++;
            }
            text.append(new String(bytes, position, nul - position, StandardCharsets.UTF_8));
            if (nul < end) {
                text.append("\\x").append(HEX[(bytes[nul] >> 4) & 0xF]).append(HEX[bytes[nul] & 0xF]);
            }
            position = nul + 1;
        }
    }
}
