package dev.wau.catalog.schema;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * A value without what it says: {@code a} stands for small letters, {@code A} for capital ones, {@code 9} for digits, one for
 * each run; other characters of ASCII stay, the rest becomes {@code ?}. {@code ann.lee@example.org} gives {@code a.a@a.a}.
 */
final class ValueShape {

    private static final int LONGEST = 32;
    private static final int MOST_BYTES = 256;

    /** Cells of a hashed column (Redaction): its digits' runs are a mark of the value. */
    private static final int HASH_DIGITS = 64;

    private static final String HASH = "(64 hexadecimal digits)";

    private ValueShape() {}

    /** The shape, cut with {@code …} where it is long. */
    static String of(byte[] bytes, int start, int length) {
        if (isHash(bytes, start, length)) {
            return HASH;
        }
        int looked = Math.min(length, MOST_BYTES);
        String text = new String(bytes, start, looked, StandardCharsets.UTF_8);
        StringBuilder shape = new StringBuilder();
        int last = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int kind = kind(text.codePointAt(i));
            boolean goesOn = kind == last && (kind == 'a' || kind == 'A' || kind == '9' || kind == '?' || kind == ' ');
            if (!goesOn) {
                if (shape.length() == LONGEST) {
                    return shape.append('…').toString();
                }
                shape.append((char) kind);
            }
            last = kind;
        }
        return looked < length ? shape.append('…').toString() : shape.toString();
    }

    private static boolean isHash(byte[] bytes, int start, int length) {
        return length == HASH_DIGITS
                && IntStream.range(start, start + length)
                        .allMatch(i -> (bytes[i] >= '0' && bytes[i] <= '9') || (bytes[i] >= 'a' && bytes[i] <= 'f'));
    }

    private static int kind(int character) {
        if (Character.isDigit(character)) {
            return '9';
        }
        if (Character.isUpperCase(character)) {
            return 'A';
        }
        if (Character.isLetter(character)) {
            return 'a';
        }
        if (character <= ' ') {
            return ' ';
        }
        return character < 127 ? character : '?';
    }
}
