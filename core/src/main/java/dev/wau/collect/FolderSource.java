package dev.wau.collect;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.LocalFolder;
import dev.wau.store.StoredObject;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A folder and a glob over the relative paths in it, as {@link java.nio.file.FileSystem#getPathMatcher} reads globs:
 * {@code *} stays inside one name, {@code **} crosses folders, and a pattern that begins with {@code **}{@code /} also
 * matches directly in the folder. Names that begin with {@code .}, and names that end in {@code .tmp}, {@code .part} or
 * {@code ~}, are being written or nobody's data: they are never listed, nor is a folder with a dot entered. Links are
 * followed. Thread-safe.
 */
public final class FolderSource implements Source {

    // The kernel's clock ticks: a file may change twice under one modification time.
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration COARSE_TICK = Duration.ofSeconds(2);
    private static final String UNSETTLED = "~";

    // A name may hold one, but the JDK's '**' stops at it.
    private static final Pattern LINE_END = Pattern.compile("[\\n\\r\\u0085\\u2028\\u2029]");

    private final Path folder;
    private final LocalFolder files;
    private final boolean nested;
    private final PathMatcher pattern;
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
        this.nested = glob.contains("/") || glob.contains("**");
        this.pattern = matcher(glob);
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
        return files.list("", key -> nested && !isHidden(key))
                .filter(object -> isWanted(object.key().path()))
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

    private boolean isWanted(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !isHidden(name)
                && !last.endsWith(".tmp")
                && !last.endsWith(".part")
                && !last.endsWith("~")
                && pattern.matches(Path.of(LINE_END.matcher(name).replaceAll(" ")));
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.");
    }

    private static PathMatcher matcher(String glob) {
        try {
            PathMatcher whole = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            if (!glob.startsWith("**/")) {
                return whole;
            }
            PathMatcher here = FileSystems.getDefault().getPathMatcher("glob:" + glob.substring(3));
            return path -> whole.matches(path) || here.matches(path);
        } catch (PatternSyntaxException e) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Invalid file pattern: '" + glob + "' (" + e.getDescription()
                            + "; for example '*.csv' or '**/*.csv')",
                    e);
        }
    }
}
