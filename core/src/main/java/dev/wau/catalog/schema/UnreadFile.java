package dev.wau.catalog.schema;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;

/**
 * A file that could not be looked at, or not to its end.
 *
 * @param code FILE_REFUSED: its content, or no customer owns it; else the store's
 * @param reason why, never with what stands in it
 */
public record UnreadFile(ObjectKey file, ErrorCode code, String reason) {

    /** How to get rid of it. */
    public String remedy() {
        if (SampledFiles.owner(file).isEmpty()) {
            return "move it out of csv/";
        }
        return switch (code) {
            case FILE_REFUSED ->
                "export it anew at the source, then wau run; one that the source no longer has: remove it from csv/";
            case OBJECT_CHANGED, NOT_FOUND -> "run it again";
            default -> "mend what the store says, then run it again";
        };
    }
}
