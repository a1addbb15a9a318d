package dev.wau.trigger;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells when something changes below some folders. Events are hints: they may be doubled, late or lost (a folder that
 * appears later, a network file system, an overflow), so whoever waits here also lists from time to time. For one thread.
 */
public final class FolderEvents implements Closeable {

    private static final List<WatchEvent.Kind<Path>> KINDS = List.of(
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);

    private final WatchService service;

    private FolderEvents(WatchService service) {
        this.service = service;
    }

    /** Watches these folders and all below them; those that don't exist are left to the listing. */
    public static FolderEvents of(Collection<Path> folders) {
        try {
            FolderEvents events = new FolderEvents(FileSystems.getDefault().newWatchService());
            for (Path folder : folders) {
                events.register(folder);
            }
            return events;
        } catch (IOException e) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot watch folders: " + e.getMessage()
                            + " (raise the limit of inotify watches, or run 'wau run' from a timer instead)",
                    e);
        }
    }

    /**
     * Waits for a change, then until nothing more changes for a while, so that a file being written is not read too
     * early.
     *
     * @param timeout how long to wait for a change
     * @param quiet how long nothing must change before this returns; waits at most ten times as long
     * @return whether anything changed
     */
    public boolean await(Duration timeout, Duration quiet) throws InterruptedException {
        if (!poll(timeout)) {
            return false;
        }
        for (int i = 0; i < 10 && poll(quiet); i++) {
            // Something is still being written.
        }
        return true;
    }

    private boolean poll(Duration timeout) throws InterruptedException {
        try {
            WatchKey key = service.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (key == null) {
                return false;
            }
            follow(key);
            for (WatchKey more = service.poll(); more != null; more = service.poll()) {
                follow(more);
            }
            return true;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    private void follow(WatchKey key) {
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE
                    && key.watchable() instanceof Path folder
                    && event.context() instanceof Path name) {
                registerIfFolder(folder.resolve(name));
            }
        }
        key.reset();
    }

    private void registerIfFolder(Path created) {
        try {
            if (Files.isDirectory(created)) {
                register(created);
            }
        } catch (IOException e) {
            // Gone again, or not readable: the listing will tell.
            return;
        }
    }

    private void register(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                folder.register(service, KINDS.toArray(new WatchEvent.Kind<?>[0]));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, @Nullable IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
