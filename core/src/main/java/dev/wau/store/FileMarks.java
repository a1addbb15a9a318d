package dev.wau.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A local file's version mark: size, modification time in nanoseconds, inode. */
final class FileMarks {

    private FileMarks() {}

    static String of(BasicFileAttributes attributes) {
        return Long.toString(attributes.size(), 36)
                + "-"
                + Long.toString(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), 36)
                + "-"
                + inode(attributes);
    }

    static Instant modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().toInstant();
    }

    // The JDK's file key reads "(dev=fe00,ino=123)". The device's number may change when it is mounted again.
    private static String inode(BasicFileAttributes attributes) {
        String key = String.valueOf(attributes.fileKey());
        int at = key.lastIndexOf("ino=");
        return at < 0 ? "0" : key.substring(at + 4, key.length() - 1);
    }

    /** What stands there, links followed; null if nothing does. */
    static @Nullable BasicFileAttributes look(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            // Where a folder of the path is a file, nothing can stand below it.
            if (isBelowFile(path)) {
                return null;
            }
            throw StoreErrors.failed("look at", path, e);
        }
    }

    private static boolean isBelowFile(Path path) {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                return true;
            }
        }
        return false;
    }
}
