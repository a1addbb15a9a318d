package dev.wau.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Folders that are there after a power cut. */
final class Folders {

    private Folders() {}

    /** Makes the folder and those above it. */
    static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            make(parent);
        }
        // Another thread may have made it; a file in its place is an error.
        Files.createDirectories(folder);
        if (parent != null) {
            sync(parent);
        }
    }

    /** Makes the folder's entries durable. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
