package dev.wau.catalog.schema;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;

/**
 * A file that could not be looked at, or not to its end.
 *
 * @param code FILE_REFUSED: its content; else the store's
 */
public record UnreadFile(ObjectKey file, ErrorCode code, String reason) {}
