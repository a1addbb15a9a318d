package dev.wau.testing.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Shows odd bytes in a text file: {@code \n \r \t \0 \\ \xNN \}{@code uNNNN}; all other text is UTF-8. */
final class Escapes {

    private Escapes() {}

    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int position = 0;
        while (position < text.length()) {
            int character = text.codePointAt(position);
            position += Character.charCount(character);
            if (character != '\\') {
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            char kind = text.charAt(position++);
            int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 0;
            bytes.writeBytes(escaped(kind, text.substring(position, position + digits)));
            position += digits;
        }
        return bytes.toByteArray();
    }

    private static byte[] escaped(char kind, String digits) {
        return switch (kind) {
            case 'n' -> new byte[] {'\n'};
            case 'r' -> new byte[] {'\r'};
            case 't' -> new byte[] {'\t'};
            case '0' -> new byte[] {0};
            case '\\' -> new byte[] {'\\'};
            case 's' -> new byte[] {' '};
            case 'x' -> new byte[] {(byte) Integer.parseInt(digits, 16)};
            case 'u' -> Character.toString(Integer.parseInt(digits, 16)).getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException("no such escape: \\" + kind);
        };
    }

    /** The text on one line. */
    static String show(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                case '\\' -> shown.append("\\\\");
                default -> {
                    boolean plain = !Character.isISOControl(character) && character != 0xFEFF;
                    shown.append(
                            plain ? Character.toString(character) : String.format(Locale.ROOT, "\\u%04X", character));
                }
            }
        });
        return shown.toString();
    }
}
