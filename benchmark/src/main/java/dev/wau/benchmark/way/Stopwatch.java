package dev.wau.benchmark.way;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Takes the time and the CPU time of this process. */
final class Stopwatch {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long cpu = SYSTEM.getProcessCpuTime();
    private final long start = System.nanoTime();

    private Stopwatch() {}

    static Stopwatch start() {
        return new Stopwatch();
    }

    /** The time since the start; records are still to be counted. */
    Way.Result stop() {
        long nanos = System.nanoTime() - start;
        return new Way.Result(0, nanos, SYSTEM.getProcessCpuTime() - cpu, 0);
    }
}
