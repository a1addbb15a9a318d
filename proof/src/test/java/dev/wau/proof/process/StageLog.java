package dev.wau.proof.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees from outside how far a process has come: the JVM itself logs each class that it loads, and the product loads a
 * stage's classes when it comes there. So nothing in the product knows that it is watched.
 */
public final class StageLog {

    private final Path file;
    private final List<Stage> reached = new ArrayList<>();
    private long read;
    private String rest = "";

    /** The log of one process, in this file. */
    public StageLog(Path file) {
        this.file = file;
    }

    /** The JVM's option that writes the log. */
    public String option() {
        return "-Xlog:class+load:file=" + file + ":none:filecount=0";
    }

    /** Reads on; the stages so far, in the order they were reached. */
    public List<Stage> look() {
        try {
            if (Files.exists(file) && Files.size(file) > read) {
                try (var channel = Files.newByteChannel(file)) {
                    channel.position(read);
                    byte[] more = new byte[(int) (channel.size() - read)];
                    int count = channel.read(java.nio.ByteBuffer.wrap(more));
                    read += Math.max(0, count);
                    take(new String(more, 0, Math.max(0, count), StandardCharsets.UTF_8));
                }
            }
            return List.copyOf(reached);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the process comes to the stage, or ends. */
    public void await(Stage stage, CliProcess process) {
        while (process.isAlive() && !look().contains(stage)) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void take(String text) {
        String all = rest + text;
        int end = all.lastIndexOf('\n');
        rest = all.substring(end + 1);
        if (end > 0) {
            all.substring(0, end)
                    .lines()
                    .filter(line -> line.startsWith("dev.wau."))
                    .forEach(line -> Stage.of(line.substring(0, line.indexOf(' ')))
                            .filter(stage -> !reached.contains(stage))
                            .ifPresent(reached::add));
        }
    }
}
