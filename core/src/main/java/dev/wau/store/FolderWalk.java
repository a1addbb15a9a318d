package dev.wau.store;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files under a folder in the order of their keys, one folder's names in memory at a time (and those of the folders
 * above it). A folder sorts as its name with a slash, because that is how its files' keys go on. Links are followed; a
 * file that leaves while the walk is under way is left out. Not thread-safe.
 */
final class FolderWalk implements Iterator<FolderWalk.Found> {

    /** A file, or a folder on the way. */
    record Found(String key, Path path, BasicFileAttributes attributes) {}

    private record Level(@Nullable Object identity, Path path, Iterator<Found> rest) {}

    private final Predicate<String> wanted;
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable Found next;

    /**
     * @param folder to start in
     * @param key its key with a slash at the end, or empty for the store's root
     * @param wanted is asked with each file's key, and with each folder's key and a slash before it is entered
     */
    FolderWalk(Path folder, String key, Predicate<String> wanted) {
        this.wanted = wanted;
        BasicFileAttributes attributes = FileMarks.look(folder);
        if (attributes != null && attributes.isDirectory()) {
            enter(new Found(key, folder, attributes));
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && !levels.isEmpty()) {
            Iterator<Found> rest = levels.element().rest();
            if (!rest.hasNext()) {
                levels.pop();
            } else {
                step(rest.next());
            }
        }
        return next != null;
    }

    @Override
    public Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Found found = Objects.requireNonNull(next);
        next = null;
        return found;
    }

    private void step(Found found) {
        if (found.attributes().isDirectory()) {
            enter(found);
            return;
        }
        // Looked at again: the folder may have been listed long ago.
        BasicFileAttributes now = FileMarks.look(found.path());
        if (now != null && now.isRegularFile()) {
            next = new Found(found.key(), found.path(), now);
        }
    }

    private void enter(Found folder) {
        Object identity = folder.attributes().fileKey();
        for (Level above : levels) {
            if (identity != null && identity.equals(above.identity())) {
                throw new WauException(
                        ErrorCode.STORE_FAILED,
                        "Cannot list " + folder.path() + ": it leads back to " + above.path()
                                + " (links in a circle). Remove the link.");
            }
        }
        levels.push(new Level(identity, folder.path(), children(folder).iterator()));
    }

    private List<Found> children(Found folder) {
        List<Found> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.path())) {
            for (Path child : stream) {
                add(children, folder, child);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw StoreErrors.failed("list", folder.path(), e);
        } catch (DirectoryIteratorException e) {
            throw StoreErrors.failed("list", folder.path(), Objects.requireNonNull(e.getCause()));
        }
        children.sort((a, b) -> a.key().compareTo(b.key()));
        return children;
    }

    private void add(List<Found> children, Found folder, Path child) {
        String name = child.getFileName().toString();
        String key = folder.key() + name;
        if (!wanted.test(key) && !wanted.test(key + "/")) {
            return;
        }
        BasicFileAttributes attributes = FileMarks.look(child);
        if (attributes == null) {
            return;
        }
        String full = attributes.isDirectory() ? key + "/" : key;
        if (wanted.test(full) && (attributes.isDirectory() || attributes.isRegularFile())) {
            requireReadableName(folder.path(), name, child);
            children.add(new Found(full, child, attributes));
        }
    }

    private static void requireReadableName(Path folder, String name, Path child) {
        if (name.indexOf('\uFFFD') >= 0 && !folder.resolve(name).equals(child)) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot list " + folder + ": the file name '" + name + "' is not valid in the system's encoding ("
                            + System.getProperty("sun.jnu.encoding")
                            + "). Rename the file, or start with LC_ALL=C.UTF-8.");
        }
    }
}
