package dev.wau.csv;

import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Makes column names of the table from header names: snake_case, lower case (ROOT locale), letters, digits and {@code _}
 * only, at most 63 bytes of UTF-8 (PostgreSQL's bound; longer names are cut and end in a hash of the whole), never one of
 * the table's own columns ({@code line} becomes {@code source_line}). A name of its own making it leaves as it is.
 */
public final class ColumnNames {

    private static final int MAX_BYTES = 63;
    private static final int HASH_CHARACTERS = 16;

    /** What the table of rows says of each beside its text columns. */
    public static final List<String> LINEAGE =
            List.of("customer", "event_time", "details", "file_id", "line", "event_hash", "occurrence");

    /** What warehouses add to every table. */
    private static final Set<String> HIDDEN = Set.of("rowid", "ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

    private ColumnNames() {}

    /** The table column for a header name: {@code ipAddress} and {@code IP-Address} give {@code ip_address}. */
    public static String of(String headerName) {
        String words = words(Normalizer.normalize(headerName, Normalizer.Form.NFC));
        if (words.isEmpty()) {
            return "column_" + hash(headerName);
        }
        return bounded(isReserved(words) ? "source_" + words : words);
    }

    private static boolean isReserved(String name) {
        return LINEAGE.contains(name) || HIDDEN.contains(name);
    }

    private static String words(String name) {
        int[] characters = name.codePoints().toArray();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            if (!Character.isLetterOrDigit(characters[i])) {
                separate(words);
                continue;
            }
            if (startsWord(characters, i)) {
                separate(words);
            }
            words.appendCodePoint(Character.toLowerCase(characters[i]));
        }
        int length = words.length();
        return length > 0 && words.charAt(length - 1) == '_' ? words.substring(0, length - 1) : words.toString();
    }

    /** {@code userId}: at I; {@code IPAddress}: at A. */
    private static boolean startsWord(int[] characters, int i) {
        if (i == 0 || !Character.isUpperCase(characters[i])) {
            return false;
        }
        boolean afterWord = Character.isLetterOrDigit(characters[i - 1]) && !Character.isUpperCase(characters[i - 1]);
        boolean beforeWord = i + 1 < characters.length && Character.isLowerCase(characters[i + 1]);
        return afterWord || beforeWord;
    }

    private static void separate(StringBuilder words) {
        if (words.length() > 0 && words.charAt(words.length() - 1) != '_') {
            words.append('_');
        }
    }

    private static String bounded(String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MAX_BYTES) {
            return words;
        }
        int end = MAX_BYTES - HASH_CHARACTERS - 1;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + "_" + hash(words);
    }

    private static String hash(String text) {
        return HexFormat.of().toHexDigits(Hashing.xxh3_64().hashBytesToLong(text.getBytes(StandardCharsets.UTF_8)));
    }
}
