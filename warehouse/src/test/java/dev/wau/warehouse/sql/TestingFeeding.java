package dev.wau.warehouse.sql;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.Limits;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.load.ColumnPlan;
import dev.wau.load.ColumnPolicy;
import dev.wau.load.FileToLoad;
import dev.wau.load.FileVersion;
import dev.wau.load.StagedFile;
import dev.wau.model.FileId;
import dev.wau.progress.Progress;
import dev.wau.testing.warehouse.TestingLoads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** One text as a file that several threads read through a {@link Feeding}, without a warehouse. */
final class TestingFeeding {

    private static final List<String> COLUMNS = List.of("event", "note");

    private final AtomicLong bytesTold = new AtomicLong();
    private final List<String> rows = Collections.synchronizedList(new ArrayList<>());
    private final RejectSpool rejects = new RejectSpool();
    private final FileToFeed file;
    private final Feeding feeding;

    TestingFeeding(FileToFeed file, Splitting splitting) {
        this.file = file;
        Progress.Stage progress = Progress.NONE.start("load", 0, 0);
        Progress.Stage counting = new Progress.Stage() {
            @Override
            public void advance(long bytes, long files) {
                bytesTold.addAndGet(bytes);
            }

            @Override
            public void close() {
                progress.close();
            }
        };
        feeding = new Feeding(
                List.of(file),
                COLUMNS,
                rejects,
                new Repeats(1_000, 0),
                null,
                new CountingSpool()::counting,
                counting,
                splitting);
    }

    /** A file of this text. */
    static FileToFeed file(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return file(text, () -> new ByteArrayInputStream(bytes));
    }

    /** A file that can't be read to its end. */
    static FileToFeed failing(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // A pipe that nobody writes to.
        return file(text, () -> new SequenceInputStream(new ByteArrayInputStream(bytes), new PipedInputStream()));
    }

    private interface Bytes {
        InputStream open();
    }

    private static FileToFeed file(String text, Bytes bytes) throws IOException {
        FileVersion version = TestingLoads.version("acme/a.csv", text);
        ReadRules rules = ReadRules.central(version.customer(), RowIdentity.FINGERPRINT, Limits.DEFAULT);
        FileToLoad toLoad = new FileToLoad(
                new FileId(1),
                version,
                TestingLoads.object(version),
                rules,
                object -> bytes.open(),
                null,
                null,
                0,
                List.of());
        try (AuditLogReader reader = toLoad.open(reject -> {})) {
            ColumnPlan plan = ColumnPlan.of(Set.of("note"), List.of(reader.layout()), ColumnPolicy.EVOLVE, 10);
            return FileToFeed.of(toLoad, reader.layout(), plan.cells(reader.layout()));
        }
    }

    /** A feeding of one file to so many threads, in parts of so many bytes. */
    static TestingFeeding inParts(FileToFeed file, int part, int threads) {
        return new TestingFeeding(file, new Splitting(0, part, threads));
    }

    static TestingFeeding inOneGo(FileToFeed file) {
        return new TestingFeeding(file, new Splitting(Long.MAX_VALUE, 1, 4));
    }

    /** Reads with as many threads as it is worth. */
    TestingFeeding read() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(feeding.threads());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < feeding.threads(); i++) {
                running.add(threads.submit(() -> {
                    readOn();
                    return null;
                }));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return this;
    }

    private void readOn() throws IOException {
        TestingRows target = new TestingRows();
        try (FeedReader reader = new FeedReader(feeding)) {
            do {
                target.moveTo(rows);
                reader.fill(target);
            } while (!target.isEmpty());
        }
    }

    Feeding feeding() {
        return feeding;
    }

    /** The rows as text, by line. */
    List<String> rows() {
        return rows.stream().sorted().toList();
    }

    /** The rejects that count, as text, by line. */
    List<String> rejects() {
        List<String> texts = new ArrayList<>();
        rejects.drain(reject -> texts.add("%07d %s".formatted(reject.reject().line(), reject)));
        Collections.sort(texts);
        return texts;
    }

    StagedFile result() {
        return Objects.requireNonNull(feeding.result(file.file().id()));
    }

    long bytesTold() {
        return bytesTold.get();
    }
}
