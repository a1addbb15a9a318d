package dev.wau.catalog.schema;

import dev.wau.model.ObjectKey;

/**
 * The first value that isn't of a type.
 *
 * @param line of its record's first byte
 * @param shape of the value; {@link #NOT_SHOWN} for personal columns
 */
public record Refutation(ObjectKey file, long line, String shape) {

    /** In place of a shape. */
    public static final String NOT_SHOWN = "not shown";
}
