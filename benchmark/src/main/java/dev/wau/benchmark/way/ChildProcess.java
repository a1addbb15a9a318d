package dev.wau.benchmark.way;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs another program, and watches its memory and CPU time. */
final class ChildProcess {

    private static final long LOOK_EVERY_MILLIS = 10;

    private ChildProcess() {}

    /**
     * How a program did.
     *
     * @param nanos from its start to its end
     * @param usage when it was last seen
     */
    record Exit(long nanos, ProcessUsage usage) {

        /** As a way's result. */
        Way.Result result(long records) {
            return new Way.Result(records, nanos, usage.cpuNanos(), usage.peakBytes());
        }
    }

    /** Runs a program to its end, its working folder and output in this one. */
    static Exit run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            ProcessUsage usage = ProcessUsage.NONE;
            do {
                usage = ProcessUsage.of(process.pid(), usage);
            } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
            long nanos = System.nanoTime() - start;
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        command + " ended with " + process.exitValue() + ":\n" + Files.readString(output));
            }
            return new Exit(nanos, usage);
        } finally {
            process.destroyForcibly();
        }
    }
}
