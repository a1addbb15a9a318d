package dev.wau.proof.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One {@code wau} process. */
public final class CliProcess {

    private static final long LONGEST_SECONDS = 120;

    private final List<String> arguments;
    private final Process process;
    private final Path out;
    private final Path err;

    CliProcess(List<String> arguments, Process process, Path out, Path err) {
        this.arguments = arguments;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * How a process ended.
     *
     * @param arguments what it was asked
     * @param code its exit code; 137 when it was killed
     */
    public record Exit(List<String> arguments, int code, String out, String err) {

        /** Requires that it did what it was asked. */
        public Exit requireDone() {
            if (code != 0) {
                throw new AssertionError("Not done: " + this);
            }
            return this;
        }
    }

    /** The process's id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it hasn't ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it has said on standard error so far. */
    public String err() {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it, SIGKILL, and waits until it is gone. */
    public Exit kill() {
        process.destroyForcibly();
        return await();
    }

    /** Asks it to end, SIGTERM, as Ctrl-C and a service's stop do. */
    public Exit terminate() {
        process.destroy();
        return await();
    }

    /** Waits for its end. */
    public Exit await() {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("No end after " + LONGEST_SECONDS + " s: " + arguments + "\n" + err());
            }
            Exit exit = new Exit(arguments, process.exitValue(), Files.readString(out), Files.readString(err));
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
            return exit;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
