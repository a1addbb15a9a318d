package dev.wau.aggregate;

import dev.wau.complete.MarkerFile;
import dev.wau.model.FileRefusedException;

/**
 * What the central bucket may say of a refused file: nothing that quotes its header, for a file without a header has a
 * record in that place, and personal data in it. Rejects are silenced by {@link dev.wau.model.Reject#withoutText}.
 */
final class SafeRefusal {

    private SafeRefusal() {}

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
