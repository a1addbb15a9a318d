package dev.wau.benchmark.cluster;

import dev.wau.benchmark.way.ProcessUsage;
import dev.wau.testing.spark.SparkProcess;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A program that was submitted and has ended.
 *
 * @param nanos from its submission to its end
 * @param milestoneNanos to the first line that told of the milestone, which is looked for 20 times a second; 0: there was
 *     none
 * @param cpuNanos of driver and executors until the milestone, or the end where there was none
 * @param driverPeak bytes of memory that the driver ever held, heap and native
 * @param executorPeak bytes that the largest executor ever held
 * @param log what it wrote
 */
public record Submission(
        long nanos, long milestoneNanos, long cpuNanos, long driverPeak, long executorPeak, String log) {

    private static final long LOOK_EVERY_MILLIS = 50;

    /** How far a program may go. */
    public enum Until {
        /** To the milestone, where it is killed: what it does then isn't wanted. */
        MILESTONE,
        /** To its end. */
        END
    }

    /** Runs one. */
    static Submission run(Machines machines, List<String> conf, List<String> program, Pattern milestone, Until until)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        SparkProcess job = machines.submit(conf, program);
        Watch watch = new Watch(machines, job);
        long reached = 0;
        long cpu = 0;
        while (job.handle().isAlive()) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            watch.look();
            if (reached == 0) {
                cpu = watch.cpuNanos();
                reached = job.find(milestone).isPresent() ? System.nanoTime() - start : 0;
            }
            if (reached != 0 && until == Until.MILESTONE) {
                job.close();
            }
        }
        long nanos = System.nanoTime() - start;
        boolean wasKilled = reached != 0 && until == Until.MILESTONE;
        if (!wasKilled && job.end() != 0) {
            throw new IllegalStateException("The job failed:\n" + job.log());
        }
        return new Submission(nanos, reached, cpu, watch.driver(), watch.largestExecutor(), job.log());
    }

    /** What its processes have used. */
    private static final class Watch {
        private final Machines machines;
        private final long driver;
        private final Map<Long, ProcessUsage> seen = new HashMap<>();

        Watch(Machines machines, SparkProcess job) {
            this.machines = machines;
            this.driver = job.handle().pid();
        }

        void look() {
            look(driver);
            machines.executorProcesses().forEach(executor -> look(executor.pid()));
        }

        private void look(long pid) {
            seen.compute(pid, (key, before) -> ProcessUsage.of(pid, before == null ? ProcessUsage.NONE : before));
        }

        long cpuNanos() {
            return seen.values().stream().mapToLong(ProcessUsage::cpuNanos).sum();
        }

        long driver() {
            return seen.getOrDefault(driver, ProcessUsage.NONE).peakBytes();
        }

        long largestExecutor() {
            return seen.entrySet().stream()
                    .filter(process -> process.getKey() != driver)
                    .mapToLong(process -> process.getValue().peakBytes())
                    .max()
                    .orElse(0);
        }
    }
}
