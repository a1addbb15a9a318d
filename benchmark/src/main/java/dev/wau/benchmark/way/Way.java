package dev.wau.benchmark.way;

import java.nio.file.Path;

/** One way to do the work that is measured, with its settings. Used by one thread. */
public interface Way extends AutoCloseable {

    /** A short name, for options and folders. */
    String name();

    /** What it does and with which settings, for the results. */
    String description();

    /**
     * Does the work once, from nothing. What has to be there before (a server, a build, a fresh schema) and the count of
     * what came out are outside of the time.
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
     * @param records it brought to their place
     * @param nanos it took
     * @param cpuNanos all cores' time of the process that did it; 0: not known, or spent in a server as well
     * @param peakBytes of memory that its own process ever held, heap and native; 0: not known
     */
    record Result(long records, long nanos, long cpuNanos, long peakBytes) {

        /** The same with the records that were counted afterwards. */
        Result counted(long counted) {
            return new Result(counted, nanos, cpuNanos, peakBytes);
        }
    }
}
