package dev.wau.testing.spark;

import java.util.List;

/**
 * How large the workers of a {@link SparkCluster} are. Each gives an application one executor with all it has.
 *
 * @param cores of a worker
 * @param executorMegabytes of an executor's heap
 * @param driverMegabytes of a driver's heap; Spark refuses less than 472
 * @param options of the JVMs of executors and drivers, beside the heap
 */
public record WorkerSize(int cores, int executorMegabytes, int driverMegabytes, List<String> options) {

    /** Up soon and small: what a test wants. */
    public static final WorkerSize SMALL =
            new WorkerSize(1, 512, 600, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

    public WorkerSize {
        options = List.copyOf(options);
    }

    /** Of a worker's memory, with what Spark adds to an executor's heap. */
    int workerMegabytes() {
        return executorMegabytes + 512;
    }
}
