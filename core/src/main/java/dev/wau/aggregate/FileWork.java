package dev.wau.aggregate;

import dev.wau.collect.SourceFile;

/**
 * A file of a source that is new or changed.
 *
 * @param file as the listing shows it
 * @param change why it must be read
 */
record FileWork(CustomerWork customer, SourceFile file, AggregatePlan.Change change) {}
