package dev.wau.store;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A folder that serves as a bucket; keys are relative paths in it. Objects are written in {@code .wau-tmp}, made durable
 * and renamed, so the folder must lie on one file system. What begins with {@code .wau-} directly under the root is this
 * class's own and never listed. Links are followed; writing to a key that is a link replaces the link. A folder that
 * doesn't exist is an empty store, and is made by the first write. Thread-safe, also among processes.
 */
public final class LocalFolder implements ObjectStore {

    private static final String OWN = ".wau-";

    private final Path root;

    /** The store of this folder. */
    public LocalFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    @Override
    public URI location() {
        return root.toUri();
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        return list(prefix, folder -> true);
    }

    /**
     * Lists like {@link #list(String)}, but only enters the folders that are asked for, so that what can't be read
     * elsewhere doesn't matter.
     *
     * @param folders is asked with a folder's key, which ends in a slash
     */
    public Stream<StoredObject> list(String prefix, Predicate<String> folders) {
        String folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        Path start = folder.isEmpty() ? root : path(new ObjectKey(folder.substring(0, folder.length() - 1)));
        FolderWalk walk = new FolderWalk(start, folder, key -> wanted(key, prefix, folders));
        Spliterator<FolderWalk.Found> found =
                Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(found, false).map(one -> stored(new ObjectKey(one.key()), one.attributes()));
    }

    private static boolean wanted(String key, String prefix, Predicate<String> folders) {
        return key.startsWith(prefix) && !key.startsWith(OWN) && (!key.endsWith("/") || folders.test(key));
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        BasicFileAttributes attributes = FileMarks.look(path(key));
        return attributes == null || !attributes.isRegularFile()
                ? Optional.empty()
                : Optional.of(stored(key, attributes));
    }

    @Override
    public InputStream read(StoredObject object, long from) {
        object.requireOffset(from);
        Path path = path(object.key());
        InputStream bytes = open(path);
        try {
            // After opening: a version that is replaced from now on stays readable through the open file.
            BasicFileAttributes now = FileMarks.look(path);
            if (now == null || !FileMarks.of(now).equals(object.version())) {
                bytes.close();
                throw changed(path);
            }
            bytes.skipNBytes(from);
            return bytes;
        } catch (IOException e) {
            throw StoreErrors.failed("read", path, e);
        }
    }

    @Override
    public Write write(ObjectKey key) {
        return begin(key);
    }

    @Override
    public boolean createIfAbsent(ObjectKey key, byte[] content) {
        if (find(key).isPresent()) {
            return false;
        }
        try (FolderWrite write = begin(key)) {
            write.write(content, 0, content.length);
            return write.commitIfAbsent();
        }
    }

    @Override
    public void delete(ObjectKey key) {
        Path path = path(key);
        try {
            if (!Files.isDirectory(path) && Files.deleteIfExists(path)) {
                Folders.sync(Objects.requireNonNull(path.getParent()));
            }
        } catch (IOException e) {
            throw StoreErrors.failed("delete", path, e);
        }
    }

    @Override
    public Hold hold(String name) {
        return FolderHold.take(root, root.resolve(OWN + name + ".lock"), name);
    }

    /**
     * Removes what this process has for its writes beside the objects: for who only tried whether it can write, and is done.
     * What other processes have there stays. No write of this process may be going on.
     */
    public void removeTemporaryFiles() {
        try {
            TemporaryFiles.leave(root);
        } catch (IOException e) {
            throw StoreErrors.failed("remove", root.resolve(TemporaryFiles.FOLDER), e);
        }
    }

    private FolderWrite begin(ObjectKey key) {
        Path target = path(key);
        if (key.path().startsWith(OWN)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid object key: '" + key + "' (names that begin with '" + OWN + "' are the store's own)");
        }
        if (Files.isDirectory(target)) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot write " + target + ": a folder stands there. Rename the folder or the file.");
        }
        try {
            return new FolderWrite(key, target, TemporaryFiles.under(root).next());
        } catch (IOException e) {
            throw StoreErrors.failed("write", target, e);
        }
    }

    static StoredObject stored(ObjectKey key, BasicFileAttributes attributes) {
        return new StoredObject(key, attributes.size(), FileMarks.modified(attributes), FileMarks.of(attributes));
    }

    private Path path(ObjectKey key) {
        try {
            return root.resolve(key.path());
        } catch (InvalidPathException e) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot use the file name '" + key + "': it can't be written in the system's encoding ("
                            + System.getProperty("sun.jnu.encoding") + "). Start with LC_ALL=C.UTF-8.",
                    e);
        }
    }

    private static InputStream open(Path path) {
        try {
            return Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw StoreErrors.notFound(path);
        } catch (IOException e) {
            throw StoreErrors.failed("read", path, e);
        }
    }

    private static WauException changed(Path path) {
        return new WauException(
                ErrorCode.OBJECT_CHANGED, "Cannot read " + path + ": it was changed or removed since it was listed");
    }
}
