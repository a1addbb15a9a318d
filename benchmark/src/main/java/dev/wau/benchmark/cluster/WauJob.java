package dev.wau.benchmark.cluster;

import dev.wau.benchmark.way.Way;
import dev.wau.testing.spark.LoadSubmission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load job as users submit it, from the completion marker in S3 into a fresh warehouse in Redshift's stand-in. As a way,
 * its time ends when the parts are written: what plain Spark does ends there too.
 */
public final class WauJob implements Way {

    private static final Pattern READ = Pattern.compile("\"message\":\"load\".*\"files\":(\\d+),\"ofFiles\":\\1,");
    private static final Pattern LOADED = Pattern.compile("\"message\":\"loaded\".*\"records\":(\\d+)");

    private final Services services;
    private final Machines machines;
    private final Services.Central central;
    private final Path jar;
    private final List<Submission> runs = new ArrayList<>();

    /**
     * Of a central bucket's files.
     *
     * @param jar the job's
     */
    public WauJob(Services services, Machines machines, Services.Central central, Path jar) {
        this.services = services;
        this.machines = machines;
        this.central = central;
        this.jar = jar;
    }

    @Override
    public String name() {
        return "wau";
    }

    @Override
    public String description() {
        return String.format(
                Locale.ROOT,
                "`spark-submit` of the load job, %d executors, all promises on, until its Parquet parts are in S3; with"
                        + " COPY, merge, history and rollup in Redshift's stand-in (PostgreSQL on this machine) and the"
                        + " parts' removal, the whole job took %s s",
                machines.executors(),
                String.join(
                        ", ",
                        runs.stream()
                                .map(run -> String.format(Locale.ROOT, "%.1f", run.nanos() / 1e9))
                                .toList()));
    }

    @Override
    public Result run(Path folder) throws IOException, InterruptedException {
        Submission done = submit(folder, Submission.Until.END);
        runs.add(done);
        return new Result(
                records(done),
                done.milestoneNanos(),
                done.cpuNanos(),
                Math.max(done.driverPeak(), done.executorPeak()));
    }

    /** Runs it once. */
    Submission submit(Path folder, Submission.Until until) throws IOException, InterruptedException {
        List<String> program = new ArrayList<>(LoadSubmission.program(
                jar, LoadSubmission.config(folder, central.location(), services.endpoint()), services.warehouse()));
        program.addAll(List.of("--wau-marker", central.dataset().marker().path()));
        return Submission.run(machines, List.of(), program, READ, until);
    }

    /** Records that a run read. */
    static long records(Submission done) {
        Matcher loaded = LOADED.matcher(done.log());
        if (!loaded.find()) {
            throw new IllegalStateException("The job loaded nothing:\n" + done.log());
        }
        return Long.parseLong(loaded.group(1));
    }
}
