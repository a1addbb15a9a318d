package dev.wau.benchmark.data;

import java.nio.file.Path;

/**
 * One file of a data set.
 *
 * @param number from 0
 * @param customer whose
 * @param window which of the customer's files, by time
 * @param layout its columns
 * @param name in the source and in the central bucket
 */
public record DataFile(int number, String customer, int window, Layout layout, String name) {

    /** Where it stands in a central bucket. */
    public Path in(Path central) {
        return central.resolve("csv").resolve(customer).resolve(name);
    }
}
