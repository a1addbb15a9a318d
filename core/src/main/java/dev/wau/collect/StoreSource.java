package dev.wau.collect;

import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.InputStream;
import java.util.stream.Stream;

/**
 * The objects of a store whose keys match a glob: see {@link NamePattern}. Their versions are the store's own marks (an
 * ETag in S3), which change with the content; so a file needs no time to settle, as a folder's does. Everything below the
 * glob's fixed beginning is listed, since a store knows no folders: {@code *.csv} lists sub-folders too and leaves them
 * out. Thread-safe.
 */
public final class StoreSource implements Source {

    private final ObjectStore files;
    private final NamePattern pattern;

    /**
     * The objects of a store.
     *
     * @param glob over their keys
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION: not a glob
     */
    public StoreSource(ObjectStore files, String glob) {
        this.files = files;
        this.pattern = new NamePattern(glob);
    }

    @Override
    public String description() {
        return files.location().toString();
    }

    @Override
    public Stream<SourceFile> list() {
        return files.list(pattern.prefix())
                .filter(object -> pattern.matches(object.key().path()))
                .map(StoreSource::file);
    }

    @Override
    public boolean probe() {
        try (Stream<StoredObject> objects = files.list(pattern.prefix())) {
            return Probe.read(
                    this,
                    objects.limit(Probe.LISTED)
                            .filter(object -> pattern.matches(object.key().path()))
                            .map(StoreSource::file));
        }
    }

    @Override
    public InputStream read(SourceFile file) {
        return files.read(new StoredObject(new ObjectKey(file.name()), file.bytes(), file.modified(), file.version()));
    }

    @Override
    public SourceFile refresh(SourceFile file) {
        return files.find(new ObjectKey(file.name()))
                .map(now -> now.version().equals(file.version()) ? file : file(now))
                .orElseGet(() -> new SourceFile(file.name(), -1, file.modified(), ""));
    }

    private static SourceFile file(StoredObject object) {
        return new SourceFile(object.key().path(), object.bytes(), object.modified(), object.version());
    }
}
