package dev.wau.benchmark.data;

import dev.wau.complete.CompletionMarker;
import dev.wau.model.ObjectKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The files of a shape in a folder: {@code central/} as aggregation leaves it, with a completion marker, and {@code
 * sources/<customer>/} as the exporter does, with IP addresses. All but the bytes follows from the shape.
 *
 * @param folder of this shape alone
 */
public record Dataset(Path folder, Shape shape) {

    /** The central bucket. */
    public Path central() {
        return folder.resolve("central");
    }

    /** The completion marker's key. */
    public ObjectKey marker() {
        return CompletionMarker.key(Markers.BATCH);
    }

    /** The customers' source folders. */
    public Path sources() {
        return folder.resolve("sources");
    }

    /** The names of the customers. */
    public List<String> customers() {
        return IntStream.range(0, shape.customers()).mapToObj(Dataset::customer).toList();
    }

    /** Its files, in the order of their numbers. */
    public List<DataFile> files() {
        return IntStream.range(0, shape.files()).mapToObj(this::file).toList();
    }

    /** Paths of the files in the central bucket. */
    public List<Path> centralFiles() {
        return files().stream().map(file -> file.in(central())).toList();
    }

    /** The central bucket's files by their header's columns. */
    public Map<List<Column>, List<DataFile>> byHeader() {
        Map<List<Column>, List<DataFile>> headers = new LinkedHashMap<>();
        for (DataFile file : files()) {
            headers.computeIfAbsent(file.layout().central(), header -> new ArrayList<>())
                    .add(file);
        }
        return headers;
    }

    /** Bytes of the files in the central bucket. */
    public long centralBytes() {
        return bytes(centralFiles());
    }

    /** Paths of the files in the sources. */
    public List<Path> sourceFiles() {
        return files().stream()
                .map(file -> sources().resolve(file.customer()).resolve(file.name()))
                .toList();
    }

    /** Bytes of these files. */
    public static long bytes(List<Path> paths) {
        try {
            long bytes = 0;
            for (Path path : paths) {
                bytes += Files.size(path);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataFile file(int number) {
        int window = number / shape.customers();
        String customer = customer(number % shape.customers());
        Layout layout = Layout.of((number + window) % shape.layouts(), shape);
        String end = shape.packing() == Shape.Packing.GZIP ? ".csv.gz" : ".csv";
        String name = String.format(Locale.ROOT, "%s-export-%05d%s", customer, window, end);
        return new DataFile(number, customer, window, layout, name);
    }

    private static String customer(int number) {
        return String.format(Locale.ROOT, "cust%02d", number);
    }
}
