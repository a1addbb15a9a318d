package dev.wau.benchmark.way;

import java.nio.file.Path;

/** One way to do the work that is measured, with its settings. Used by one thread. */
public interface Way extends AutoCloseable {

    /** A short name, for options. */
    String name();

    /** What it does and with which settings, for the results. */
    String description();

    /**
     * Does the work once, from nothing.
     *
     * @param folder an empty one for whatever it makes; removed by the caller
     */
    Result run(Path folder) throws Exception;

    /** Lets go of what it keeps between runs. */
    @Override
    default void close() {}

    /**
     * What one run did.
     *
     * @param records it brought to their place, counted afterwards and outside of the time
     * @param nanos it took
     */
    record Result(long records, long nanos) {}
}
