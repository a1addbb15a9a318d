package dev.wau.csv;

import java.io.Serializable;

/**
 * A place between a file's records.
 *
 * @param offset in bytes from the start of the file as it is stored
 * @param line on which the next record is looked for, from 1
 */
public record FilePlace(long offset, long line) implements Serializable {}
