package dev.wau.cli.terminal;

import java.util.Locale;

/** Text as a terminal shows it: how wide it is, cut to a width, without control characters. */
public final class Text {

    private Text() {}

    /** Columns the text takes: 2 for wide characters, 0 for combining marks. */
    public static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += width(c);
            i += Character.charCount(c);
        }
        return width;
    }

    /** The text, or as much of it as fits into so many columns with {@code end} after it. */
    public static String cut(String text, int columns, String end) {
        if (width(text) <= columns) {
            return text;
        }
        int room = columns - width(end);
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            room -= width(c);
            if (room < 0) {
                break;
            }
            i += Character.charCount(c);
        }
        return text.substring(0, i) + end;
    }

    /** One line: line ends, tabs and other control characters become visible marks. */
    public static String line(String text) {
        return visible(text, '\0');
    }

    /** The same, but line feeds stay. */
    public static String lines(String text) {
        return visible(text, '\n');
    }

    /** So many columns at least, blanks to the right. */
    public static String left(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /** So many columns at least, blanks to the left. */
    public static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    private static String visible(String text, char kept) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = Character.isISOControl(c) || direction(c);
            if (control && c != kept && shown == null) {
                shown = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (shown != null) {
                shown.append(control && c != kept ? mark(c) : String.valueOf(c));
            }
        }
        return shown == null ? text : shown.toString();
    }

    private static String mark(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, c < 256 ? "\\x%02X" : "\\u%04X", (int) c);
        };
    }

    /** Marks that turn the direction of text around make one thing look like another. */
    private static boolean direction(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }

    private static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return wide(c) ? 2 : 1;
    }

    /** Unicode's East Asian Width W and F, in blocks. */
    private static boolean wide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
