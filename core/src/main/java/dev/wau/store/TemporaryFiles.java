package dev.wau.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names for files that are being written, in {@code .wau-tmp} of a store. Each process has a name of its own there and
 * holds a lock on {@code <name>.lock} as long as it lives. So a later process can tell the files of a dead one, which
 * it removes, from those that are being written, even by a process of another container. Thread-safe.
 */
final class TemporaryFiles {

    /** The folder under a store's root. */
    static final String FOLDER = ".wau-tmp";

    private static final String LOCK = ".lock";

    // One for a folder and process: on POSIX, closing a second channel of a locked file would give up the lock.
    private static final Map<Path, TemporaryFiles> OPEN = new ConcurrentHashMap<>();

    private final Path folder;
    private final String name;
    private final FileLock lock;
    private final AtomicLong number = new AtomicLong();

    private TemporaryFiles(Path folder, String name, FileLock lock) {
        this.folder = folder;
        this.name = name;
        this.lock = lock;
    }

    /** Those of the store with this root. Removes what dead processes left there. */
    static TemporaryFiles under(Path root) throws IOException {
        Path folder = root.resolve(FOLDER);
        synchronized (OPEN) {
            try {
                return open(folder);
            } catch (NoSuchFileException e) {
                // Another process left, and took the folder with it.
                return open(folder);
            }
        }
    }

    private static TemporaryFiles open(Path folder) throws IOException {
        Folders.make(folder);
        Path real = folder.toRealPath();
        TemporaryFiles open = OPEN.get(real);
        if (open == null || !open.alive()) {
            open = begin(real);
            OPEN.put(real, open);
            open.removeStale();
        }
        return open;
    }

    /** Gives up this process's name in the store with this root, and removes the folder unless another has one there. */
    static void leave(Path root) throws IOException {
        Path folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return;
        }
        synchronized (OPEN) {
            Path real = folder.toRealPath();
            TemporaryFiles open = OPEN.remove(real);
            if (open != null) {
                Files.deleteIfExists(real.resolve(open.name + LOCK));
                open.lock.acquiredBy().close();
            }
            try {
                Files.deleteIfExists(real);
            } catch (DirectoryNotEmptyException e) {
                // Another process writes here.
                return;
            }
        }
    }

    /** A path where nothing stands. */
    Path next() {
        return folder.resolve(name + "-" + number.incrementAndGet());
    }

    // The folder may have been removed, and made again, under a process that lives on.
    private boolean alive() {
        return lock.isValid() && Files.exists(folder.resolve(name + LOCK));
    }

    private static TemporaryFiles begin(Path folder) throws IOException {
        while (true) {
            String name = UUID.randomUUID().toString();
            Path file = folder.resolve(name + LOCK);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            // A process that cleans up may have seen the file before the lock was on it.
            if (lock != null && Files.exists(file)) {
                return new TemporaryFiles(folder, name, lock);
            }
            channel.close();
        }
    }

    private void removeStale() throws IOException {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, "*" + LOCK)) {
            for (Path file : locks) {
                String owner = file.getFileName().toString();
                owner = owner.substring(0, owner.length() - LOCK.length());
                if (!owner.equals(name)) {
                    removeIfDead(file, owner);
                }
            }
        }
    }

    private void removeIfDead(Path file, String owner) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock dead = channel.tryLock()) {
            if (dead != null) {
                removeFilesOf(owner);
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Another process cleans up too.
            return;
        }
    }

    private void removeFilesOf(String owner) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, owner + "-*")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
