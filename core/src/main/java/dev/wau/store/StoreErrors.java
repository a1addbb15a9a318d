package dev.wau.store;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says what the file system refused, where, and what to do. */
final class StoreErrors {

    private StoreErrors() {}

    static WauException failed(String action, Path path, IOException cause) {
        return new WauException(
                ErrorCode.STORE_FAILED, "Cannot " + action + " " + path + ": " + reason(path, cause), cause);
    }

    static WauException notFound(Path path) {
        return new WauException(ErrorCode.NOT_FOUND, "Cannot read " + path + ": no such file");
    }

    private static String reason(Path path, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied. Give the user '" + user() + "' the right to it.";
        }
        if (cause instanceof AtomicMoveNotSupportedException) {
            return "it is on another file system than the rest of its store. Put the whole store on one file system.";
        }
        if (cause instanceof NotDirectoryException) {
            return "a file stands where a folder should be. Rename one of the two.";
        }
        if (cause instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is there already, and not as a folder. Rename it, or name another folder.";
        }
        if (cause instanceof FileSystemLoopException) {
            return "links in a circle. Remove the link.";
        }
        return words(path, cause);
    }

    /** Java calls one without a name "?": a container's user is often a mere number. */
    private static String user() {
        String name = System.getProperty("user.name", "?");
        return name.equals("?") ? number(Path.of("/proc/self")) : name;
    }

    /** The owner of a process's folder is the process's user. */
    static String number(Path own) {
        try {
            return "uid " + Files.getAttribute(own, "unix:uid");
        } catch (IOException | UnsupportedOperationException e) {
            return "that runs wau";
        }
    }

    private static String words(Path path, IOException cause) {
        String reason = cause instanceof FileSystemException fileSystem ? fileSystem.getReason() : cause.getMessage();
        String word = reason == null ? cause.getClass().getSimpleName() : reason;
        return isFull(path)
                ? word + ". The disk is full: free some space and run again; nothing half-written was left."
                : word;
    }

    // Asked of the file system rather than of the message: that one is for people, in the system's language.
    private static boolean isFull(Path path) {
        for (Path at = path; at != null; at = at.getParent()) {
            File file = at.toFile();
            if (file.getTotalSpace() > 0) {
                return file.getUsableSpace() < 1 << 20;
            }
        }
        return false;
    }
}
