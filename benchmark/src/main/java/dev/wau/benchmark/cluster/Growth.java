package dev.wau.benchmark.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How the job's time and memory grow with its files and executors, as a Markdown table. */
public final class Growth {

    private Growth() {}

    /**
     * One size on one cluster.
     *
     * @param executors of one core each
     * @param files how many
     * @param bytes of all files
     * @param records of all files
     */
    public record Point(int executors, int files, long bytes, long records, Submission done) {

        /**
         * Runs the job once.
         *
         * @param folder for its configuration
         * @param until its milestone is that all parts are written
         */
        public static Point of(
                Services services,
                Machines machines,
                Services.Central central,
                Path jar,
                Path folder,
                Submission.Until until)
                throws IOException, InterruptedException {
            Files.createDirectories(folder);
            Submission done = new WauJob(services, machines, central, jar).submit(folder, until);
            services.delete(central, "staging");
            long records = central.dataset().shape().totalRecords();
            if (until == Submission.Until.END && WauJob.records(done) != records) {
                throw new IllegalStateException(
                        "Invalid run: " + WauJob.records(done) + " records were read (" + records + " went in)");
            }
            return new Point(machines.executors(), central.dataset().shape().files(), central.bytes(), records, done);
        }
    }

    /** The table. */
    public static String table(List<Point> points) {
        StringBuilder text = new StringBuilder("""
                | files | MB | records | executors | s until parts | MB/s | CPU s | s to its end | driver MiB | executor MiB |
                |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """);
        points.forEach(point -> text.append(row(point)));
        return text.toString();
    }

    private static String row(Point point) {
        Submission done = point.done();
        double read = done.milestoneNanos() / 1e9;
        return String.format(
                Locale.ROOT,
                "| %,d | %,.1f | %,d | %d | %.1f | %.1f | %.1f | %.1f | %.0f | %.0f |%n",
                point.files(),
                point.bytes() / 1e6,
                point.records(),
                point.executors(),
                read,
                point.bytes() / 1e6 / read,
                done.cpuNanos() / 1e9,
                done.nanos() / 1e9,
                done.driverPeak() / (double) (1 << 20),
                done.executorPeak() / (double) (1 << 20));
    }
}
