package dev.wau.collect;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.LocalFolder;
import dev.wau.store.StoredObject;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a folder whose relative paths match a glob: see {@link NamePattern}. A folder whose name begins with a dot
 * isn't entered. Links are followed. Thread-safe.
 */
public final class FolderSource implements Source {

    // The kernel's clock ticks: a file may change twice under one modification time.
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration COARSE_TICK = Duration.ofSeconds(2);
    private static final String UNSETTLED = "~";

    private final Path folder;
    private final LocalFolder files;
    private final NamePattern pattern;
    private final InstantSource clock;

    /**
     * The files of a folder.
     *
     * @param glob over relative paths
     * @throws WauException INVALID_CONFIGURATION: not a glob
     */
    public FolderSource(Path folder, String glob, InstantSource clock) {
        this.folder = folder;
        this.files = new LocalFolder(folder);
        this.pattern = new NamePattern(glob);
        this.clock = clock;
    }

    @Override
    public String description() {
        return folder.toString();
    }

    @Override
    public Stream<SourceFile> list() {
        if (!Files.isDirectory(folder)) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot list " + folder + ": " + (Files.exists(folder) ? "not a folder" : "no such folder")
                            + ". Make it, or correct the customer's source.");
        }
        Instant now = clock.instant();
        return files.list("", pattern::entersFolder)
                .filter(object -> pattern.matches(object.key().path()))
                .map(object -> file(object, now));
    }

    @Override
    public InputStream read(SourceFile file) {
        return files.read(
                new StoredObject(new ObjectKey(file.name()), file.bytes(), file.modified(), settled(file.version())));
    }

    @Override
    public SourceFile refresh(SourceFile file) {
        Optional<StoredObject> now = files.find(new ObjectKey(file.name()));
        if (now.isEmpty()) {
            return new SourceFile(file.name(), -1, file.modified(), "");
        }
        return now.get().version().equals(settled(file.version())) ? file : file(now.get(), clock.instant());
    }

    // A mark made within a tick of the modification says so; the next listing's doesn't, and the file is looked at
    // again.
    private static SourceFile file(StoredObject object, Instant now) {
        Instant modified = object.modified();
        Duration tick = modified.equals(modified.truncatedTo(ChronoUnit.SECONDS)) ? COARSE_TICK : TICK;
        boolean settled = modified.plus(tick).isBefore(now);
        String version = settled ? object.version() : object.version() + UNSETTLED;
        return new SourceFile(object.key().path(), object.bytes(), modified, version);
    }

    private static String settled(String version) {
        return version.endsWith(UNSETTLED) ? version.substring(0, version.length() - UNSETTLED.length()) : version;
    }
}
