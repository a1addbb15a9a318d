package dev.wau.benchmark.cluster;

import dev.wau.benchmark.way.SparkBuild;
import dev.wau.testing.spark.SparkCluster;
import dev.wau.testing.spark.SparkDistribution;
import dev.wau.testing.spark.SparkProcess;
import dev.wau.testing.spark.WorkerSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A standalone cluster: a worker, and so an executor, for each core that it is to use. */
public final class Machines implements AutoCloseable {

    /** An executor's heap, and the driver's. */
    static final int MEGABYTES = 1024;

    private final SparkCluster cluster;
    private final List<SparkProcess> workers = new ArrayList<>();

    private Machines(SparkCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Starts one.
     *
     * @param executors of one core each
     */
    public static Machines start(SparkBuild spark, Path folder, int executors) throws IOException {
        Files.createDirectories(folder);
        SparkDistribution distribution = new SparkDistribution(spark.home(), spark.modules());
        WorkerSize size = new WorkerSize(1, MEGABYTES, MEGABYTES, List.of("-XX:+UseParallelGC"));
        Machines machines = new Machines(new SparkCluster(distribution, folder, size));
        for (int i = 0; i < executors; i++) {
            machines.workers.add(machines.cluster.addWorker());
        }
        return machines;
    }

    int executors() {
        return workers.size();
    }

    SparkProcess submit(List<String> conf, List<String> program) throws IOException {
        List<String> quiet = new ArrayList<>(List.of("spark.log.level=WARN"));
        quiet.addAll(conf);
        return cluster.submit(quiet, program);
    }

    /** The processes of the executors that are there. */
    Stream<ProcessHandle> executorProcesses() {
        return workers.stream().flatMap(worker -> worker.executors().stream());
    }

    @Override
    public void close() {
        cluster.close();
    }
}
