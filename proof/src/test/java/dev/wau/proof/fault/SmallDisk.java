package dev.wau.proof.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of few bytes in memory, mounted on a folder; only where the system lets this user mount. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one; empty where that isn't allowed. */
    static Optional<SmallDisk> on(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        boolean mounted = Commands.succeeds("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    }

    /** Makes room. */
    void grow(String size) {
        Commands.require("mount", "-o", "remount,size=" + size, folder.toString());
    }

    @Override
    public void close() {
        Commands.require("umount", folder.toString());
    }
}
