package dev.wau.warehouse.duckdb;

import dev.wau.load.DuckDbUrl;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Makes a DuckDB file that is there whole or not at all: one that was half-written when its process died or its disk was
 * full can't be opened by anybody, nor made anew.
 */
final class FreshFile {

    private static final String MARK = ".new-";

    private FreshFile() {}

    /**
     * Makes the file unless there is one, with the URL's settings: some are the file's own. One at a time: a lock of this
     * process wouldn't keep out its own threads.
     */
    static synchronized void makeIfAbsent(Path file, DuckDbUrl url) throws IOException, SQLException {
        while (!Files.exists(file)) {
            removeStale(file);
            Path fresh = file.resolveSibling(file.getFileName() + MARK + UUID.randomUUID());
            try {
                DriverManager.getConnection(url.at(fresh).url()).close();
                publish(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
        }
    }

    /** Gives the file its name, unless it has been overtaken. */
    private static void publish(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            // Another process was faster, and its file is as good. Or it took this one, closed and not yet published,
            // for
            // a dead process's and removed it: then there is none yet, and one is made again.
            return;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // No links here (FAT, some network drives): the name is still given in one step.
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What dead processes left; a living one's is locked. */
    private static void removeStale(Path file) throws IOException {
        String start = file.getFileName() + MARK;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                file.toAbsolutePath().getParent(),
                other -> other.getFileName().toString().startsWith(start))) {
            for (Path stale : files) {
                removeUnlessLocked(stale);
            }
        }
    }

    private static void removeUnlessLocked(Path stale) throws IOException {
        try (FileChannel channel = FileChannel.open(stale, StandardOpenOption.WRITE);
                FileLock dead = channel.tryLock()) {
            if (dead != null) {
                Files.deleteIfExists(stale);
            }
        } catch (NoSuchFileException e) {
            // Its process is done with it.
            return;
        }
    }
}
