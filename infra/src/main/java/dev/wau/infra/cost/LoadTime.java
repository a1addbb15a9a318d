package dev.wau.infra.cost;

import dev.wau.infra.settings.JobSettings;

/**
 * How long a load takes, from the figures of docs/scale.md: with {@code MB} and {@code files} of a run, {@code cores = 4 x
 * DPU of the worker type x (workers - 1)}, since one worker is the driver, and {@code RPU} the warehouse's base capacity,
 *
 * <pre>
 * start = 60                                         Spark, history and commit
 * check = files x 0.020 / 32                         a HEAD each, 32 at a time
 * read  = (MB / 52 + files x 0.0014) / cores         headers and records into parts
 * copy  = MB / (5 x RPU)                             COPY and merge: a guess, as there
 * seconds = start + check + read + copy
 * </pre>
 *
 * <p>All workers are billed all the time; with auto scaling two of them, and all while files are read.
 *
 * @param seconds of a run
 * @param copySeconds of these, in which the warehouse is at work
 * @param workers that are billed, on average
 */
record LoadTime(double seconds, double copySeconds, double workers) {

    private static final double START = 60;
    private static final double CHECK_OF_A_FILE = 0.020 / 32;
    private static final double READ_OF_A_FILE = 0.0014;
    private static final double MEGABYTES_OF_A_CORE = 52;
    private static final double MEGABYTES_OF_AN_RPU = 5;
    private static final int CORES_OF_A_DPU = 4;
    private static final int FEWEST = 2;

    /** A DPU has 4 vCPUs; {@code G.2X} has two DPUs. */
    static int dpus(String workerType) {
        return Integer.parseInt(workerType.substring(2, workerType.length() - 1));
    }

    static LoadTime of(JobSettings job, int capacity, double megabytes, double files) {
        double cores = (double) CORES_OF_A_DPU * dpus(job.workerType()) * (job.workers() - 1);
        double read = (megabytes / MEGABYTES_OF_A_CORE + files * READ_OF_A_FILE) / cores;
        double copy = megabytes / (MEGABYTES_OF_AN_RPU * capacity);
        double seconds = START + files * CHECK_OF_A_FILE + read + copy;
        double workers = job.autoScaling() ? FEWEST + (job.workers() - FEWEST) * read / seconds : job.workers();
        return new LoadTime(seconds, copy, workers);
    }

    /** The same work in a time that somebody has measured. */
    LoadTime lasting(double measured) {
        return new LoadTime(measured, copySeconds, workers);
    }
}
