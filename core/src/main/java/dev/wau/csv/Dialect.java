package dev.wau.csv;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;

/**
 * How a file writes its records.
 *
 * @param delimiter between cells: one ASCII character
 * @param quote around cells: one ASCII character, or {@link #NONE} for files that don't quote
 * @param escape before a quote inside a quoted cell: the quote itself (doubled, RFC 4180, the default), another ASCII
 *     character such as a backslash (which then also escapes itself), or {@link #NONE}
 * @param encoding of the text
 * @param preambleLines physical lines before the header, skipped unread
 * @param header where the column names come from
 */
public record Dialect(
        char delimiter, char quote, char escape, Encoding encoding, int preambleLines, HeaderRule header) {

    /** No such character. */
    public static final char NONE = '\0';

    /** RFC 4180 with a header, UTF-8: the exporter's files and everything in the central bucket. */
    public static final Dialect STANDARD = new Dialect(',', '"', '"', Encoding.UTF_8, 0, HeaderRule.FIRST_RECORD);

    public Dialect {
        requireAscii("delimiter", delimiter);
        requireAscii("quote", quote);
        requireAscii("escape", escape);
        if (delimiter == NONE || delimiter == '\n' || delimiter == '\r' || delimiter == quote || delimiter == escape) {
            throw invalid("delimiter", delimiter, "not a line end, not the quote or escape");
        }
        if (preambleLines < 0) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION, "Invalid preamble: " + preambleLines + " lines (0 or more)");
        }
    }

    /** Whether the other one's records end and its cells are cut in the same way. */
    boolean cutsAs(Dialect other) {
        return delimiter == other.delimiter && quote == other.quote && escape == other.escape;
    }

    private static void requireAscii(String what, char value) {
        if (value > 127 || value == '\n' || value == '\r') {
            throw invalid(what, value, "one ASCII character, not a line end");
        }
    }

    private static WauException invalid(String what, char value, String rule) {
        return new WauException(
                ErrorCode.INVALID_CONFIGURATION, "Invalid " + what + ": '" + value + "' (" + rule + ")");
    }
}
