package dev.wau.benchmark.data;

import dev.wau.model.Digests;
import dev.wau.model.Sha256;
import dev.wau.store.LocalFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;

/** Makes the files of a shape, once: a folder that has been made whole is taken as it is. */
public final class Generator {

    private static final int AT_A_TIME = 1 << 20;

    private final Path data;

    /** Data sets have their folders in this one. */
    public Generator(Path data) {
        this.data = data;
    }

    /** The central bucket of a shape, with its completion marker. */
    public Dataset central(Shape shape) {
        Dataset dataset = new Dataset(data.resolve(shape.folder()), shape);
        once(dataset.folder().resolve("central.done"), () -> {
            List<Sha256> digests = write(dataset, file -> file.layout().central(), file -> file.in(dataset.central()));
            new Markers(dataset, new LocalFolder(dataset.central())).publish(digests);
        });
        return dataset;
    }

    /** The sources of a shape. */
    public Dataset sources(Shape shape) {
        Dataset dataset = new Dataset(data.resolve(shape.folder()), shape);
        once(
                dataset.folder().resolve("sources.done"),
                () -> write(
                        dataset,
                        file -> file.layout().source(),
                        file -> dataset.sources().resolve(file.customer()).resolve(file.name())));
        return dataset;
    }

    private static void once(Path done, Runnable work) {
        if (Files.exists(done)) {
            return;
        }
        work.run();
        try {
            Files.writeString(done, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Sha256> write(
            Dataset dataset,
            java.util.function.Function<DataFile, List<Column>> columns,
            java.util.function.Function<DataFile, Path> place) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Sha256>> written = new ArrayList<>();
            for (DataFile file : dataset.files()) {
                written.add(threads.submit(() -> write(dataset.shape(), file, columns.apply(file), place.apply(file))));
            }
            List<Sha256> digests = new ArrayList<>();
            for (Future<Sha256> one : written) {
                digests.add(one.get());
            }
            return digests;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot write the data set: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The central bucket's bytes of a shape's first file, in memory. */
    public static byte[] bytes(Shape shape) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataFile file = new Dataset(Path.of(""), shape).files().get(0);
        write(shape, file, file.layout().central(), out);
        return out.toByteArray();
    }

    private static Sha256 write(Shape shape, DataFile file, List<Column> columns, Path path) throws IOException {
        Files.createDirectories(path.getParent());
        MessageDigest digest = Digests.begin();
        try (OutputStream out = packed(shape, new DigestOutputStream(Files.newOutputStream(path), digest))) {
            write(shape, file, columns, out);
        }
        return Digests.end(digest);
    }

    private static void write(Shape shape, DataFile file, List<Column> columns, OutputStream out) throws IOException {
        ByteText text = new ByteText();
        text.add(Layout.header(columns).getBytes(StandardCharsets.UTF_8));
        Records records = new Records(shape, file, columns);
        for (int number = 0; number < shape.records(); number++) {
            records.write(number, text);
            if (text.size() >= AT_A_TIME) {
                out.write(text.bytes(), 0, text.size());
                text.clear();
            }
        }
        out.write(text.bytes(), 0, text.size());
    }

    private static OutputStream packed(Shape shape, OutputStream out) throws IOException {
        return shape.packing() == Shape.Packing.GZIP ? new GZIPOutputStream(out, 1 << 16) : out;
    }
}
