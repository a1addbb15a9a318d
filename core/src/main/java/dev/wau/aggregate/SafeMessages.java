package dev.wau.aggregate;

import dev.wau.complete.MarkerFile;
import dev.wau.model.FileRefusedException;
import dev.wau.model.Reject;

/**
 * What the central bucket may say about records that didn't enter it: a record that can't be parsed can't be cleaned of
 * personal data, so where the reader quotes from it, the bucket gets the rule alone. The same for a header that isn't
 * one: a file without a header has a record in its place.
 */
final class SafeMessages {

    private static final String WHERE = " (the text stays in the source's file)";

    private SafeMessages() {}

    static Reject of(Reject reject) {
        return new Reject(reject.line(), reject.reason(), message(reject), null);
    }

    private static String message(Reject reject) {
        return switch (reject.reason()) {
            case BAD_TIME -> "the time is not in the source's format, or doesn't exist" + WHERE;
            case TEXT_AFTER_QUOTE -> "text stands after a closing quote" + WHERE;
            case INVALID_UTF8 -> "bytes that are no character in the source's encoding" + WHERE;
            case WRONG_FIELD_COUNT,
                    MISSING_TIME,
                    MISSING_EVENT,
                    UNTERMINATED_QUOTE,
                    FIELD_TOO_LONG,
                    NUL_CHARACTER,
                    TRUNCATED_FILE -> reject.message();
        };
    }

    static MarkerFile.Refusal of(FileRefusedException refused) {
        return new MarkerFile.Refusal(refused.reason().code(), message(refused));
    }

    private static String message(FileRefusedException refused) {
        String look = " (its header stays in the source's file: wau inspect shows it)";
        return switch (refused.reason()) {
            case NO_TIME_COLUMN -> "no column holds the event's time" + look;
            case MISSING_COLUMN -> "a column that the configuration names is missing" + look;
            case DUPLICATE_HEADER -> "two columns have one name, or a column has none" + look;
            case UNREADABLE_HEADER -> "the header can't be read" + look;
            case NO_HEADER,
                    UNKNOWN_COLUMN,
                    TOO_MANY_COLUMNS,
                    UNREADABLE_COMPRESSION,
                    INFLATES_PAST_BOUND,
                    LOST_IN_QUOTES,
                    TOO_MANY_REJECTS,
                    CHANGED -> String.valueOf(refused.getMessage());
        };
    }
}
