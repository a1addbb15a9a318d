package dev.wau.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.wau.load.FileAction;
import dev.wau.load.FileCounts;
import dev.wau.load.LoadResult;
import dev.wau.progress.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Says on the driver's output what runs do, a JSON object a line: Glue keeps it in CloudWatch Logs. Thread-safe. */
final class JobLog implements Progress {

    private static final JsonFactory JSON = new JsonFactory();
    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final PrintStream out;

    JobLog(PrintStream out) {
        this.out = out;
    }

    @FunctionalInterface
    private interface Fields {
        void to(JsonGenerator json) throws IOException;
    }

    /** There was nothing to run. */
    void idle() {
        line(json -> {
            json.writeStringField("message", "nothing new");
            json.writeNumberField("markers", 0);
        });
    }

    /** A run has ended. */
    void done(LoadResult result) {
        FileCounts counts = result.counts();
        line(json -> {
            json.writeStringField("message", result.changed() ? "loaded" : "nothing new");
            json.writeStringField("run", result.run().value());
            json.writeStringField(
                    "batch", result.batch() == null ? "" : result.batch().value());
            json.writeNumberField("files", result.entered());
            json.writeNumberField("refused", result.count(FileAction.REFUSED));
            json.writeNumberField("unchanged", result.unchanged());
            json.writeNumberField("bytes", result.bytes());
            json.writeNumberField("records", counts.read());
            json.writeNumberField("loaded", counts.loaded());
            json.writeNumberField("rejected", counts.rejected());
            json.writeNumberField("suppressed", counts.suppressed());
            json.writeNumberField("seconds", result.took().toMillis() / 1e3);
        });
    }

    /** Tells how far the work is, at most once in 10 s, and when all is read. */
    @Override
    public Stage start(String stage, long totalBytes, long totalFiles) {
        return new Stage() {
            private final long begun = System.nanoTime();
            private long bytes;
            private long files;
            private long told = begun;

            @Override
            public synchronized void advance(long moreBytes, long moreFiles) {
                bytes += moreBytes;
                files += moreFiles;
                long now = System.nanoTime();
                boolean last = files == totalFiles && moreFiles > 0;
                if (last || now - told > PAUSE) {
                    told = now;
                    line(json -> {
                        json.writeStringField("message", stage);
                        json.writeNumberField("bytes", bytes);
                        json.writeNumberField("of", totalBytes);
                        json.writeNumberField("files", files);
                        json.writeNumberField("ofFiles", totalFiles);
                        json.writeNumberField(
                                "seconds", Duration.ofNanos(now - begun).toMillis() / 1e3);
                    });
                }
            }

            @Override
            public void close() {}
        };
    }

    private void line(Fields fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            fields.to(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(line);
    }
}
