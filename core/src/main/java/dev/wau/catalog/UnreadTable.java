package dev.wau.catalog;

import dev.wau.model.ObjectKey;

/**
 * A table whose entry in the catalog can't be read.
 *
 * @param name that it is listed by
 * @param file its entry
 * @param reason what is wrong with it
 * @param remedy what to do
 */
public record UnreadTable(TableName name, ObjectKey file, String reason, String remedy) {}
