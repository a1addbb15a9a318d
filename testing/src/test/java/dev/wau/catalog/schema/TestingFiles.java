package dev.wau.catalog.schema;

import dev.wau.csv.Limits;
import dev.wau.model.ObjectKey;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import dev.wau.testing.store.MemoryObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A central bucket with files, and a look at them. */
public final class TestingFiles {

    private final ObjectStore central = new MemoryObjectStore();

    public ObjectStore central() {
        return central;
    }

    /** Writes {@code csv/<name>}, its lines joined. */
    public TestingFiles file(String name, String... lines) {
        return object("csv/" + name, String.join("\n", lines) + "\n");
    }

    /** Writes an object. */
    public TestingFiles object(String key, String content) {
        try (ObjectStore.Write write = central.write(new ObjectKey(key))) {
            write.write(content.getBytes(StandardCharsets.UTF_8));
            write.commit();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return this;
    }

    /** All of all of them. */
    public FilesSchema schema() {
        return schema(Sampling.WHOLE);
    }

    /** As much as is said; {@code plateNumber} is personal. */
    public FilesSchema schema(Sampling sampling) {
        SchemaSink sink = new SchemaSink(new Discretion(Set.of("plate_number")));
        return sink.schema(new Crawl(central, Limits.DEFAULT, Progress.NONE).read(sampling, sink));
    }

    /** A column by its header. */
    public static ColumnSchema column(FilesSchema schema, String name) {
        return schema.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
