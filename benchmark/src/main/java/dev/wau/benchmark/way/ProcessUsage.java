package dev.wau.benchmark.way;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What a process has used so far, as Linux tells it; zeros elsewhere.
 *
 * @param peakBytes the most memory it ever held, heap and native (VmHWM)
 * @param cpuNanos time on all cores
 */
public record ProcessUsage(long peakBytes, long cpuNanos) {

    /** Nothing yet. */
    public static final ProcessUsage NONE = new ProcessUsage(0, 0);

    /**
     * Looks now.
     *
     * @param before taken where the process has gone, or isn't itself yet
     */
    public static ProcessUsage of(long pid, ProcessUsage before) {
        long cpu = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElse(0L);
        return new ProcessUsage(Math.max(before.peakBytes, peak(pid)), Math.max(before.cpuNanos, cpu));
    }

    private static long peak(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
                if (line.toLowerCase(Locale.ROOT).startsWith("vmhwm:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
                }
            }
        } catch (IOException e) {
            // Not Linux, or the process has ended: what was seen before counts.
            return 0;
        }
        return 0;
    }
}
