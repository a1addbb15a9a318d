package dev.wau.model;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be loaded.
 *
 * @param line the line of the record's first byte in its file, from 1, as an editor counts (LF, CRLF and CR each end a
 *     line)
 * @param reason why
 * @param message for a person: which value, which rule, and where reading went on if that isn't the next line
 * @param raw the record's text as it stands in the file, cut to the configured bound (then it ends in {@code …}), with
 *     bytes that are no character shown as {@code \xNN}; null where the text must not be kept (aggregation: a record
 *     that can't be parsed can't be cleaned of personal data)
 */
public record Reject(
        long line,
        RejectReason reason,
        String message,
        @Nullable String raw) {

    /** The same reject without any of the record's text: for where personal data may not go. */
    public Reject withoutText() {
        String silent = switch (reason) {
            case BAD_TIME -> "the time can't be read; its text stays in the source";
            case TEXT_AFTER_QUOTE -> "text stands between a closing quote and the next delimiter";
            default -> message;
        };
        return new Reject(line, reason, silent, null);
    }
}
