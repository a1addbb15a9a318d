package dev.wau.store;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file that says who has it. The operating system gives the lock up when the process dies; the file stays,
 * for to remove it would let two processes lock two files of one name.
 */
final class FolderHold implements ObjectStore.Hold {

    // Asked first: on POSIX, opening and closing a file that this process has locked gives up the lock.
    private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private FolderHold(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderHold take(Path root, Path file, String name) {
        try {
            Folders.make(root);
            Path real = root.toRealPath().resolve(file.getFileName());
            String owner = "process " + ProcessHandle.current().pid();
            String other = HELD.putIfAbsent(real, owner);
            if (other != null) {
                throw busy(root, name, other, file);
            }
            return take(root, real, name, owner);
        } catch (IOException e) {
            throw StoreErrors.failed("lock", file, e);
        }
    }

    private static FolderHold take(Path root, Path file, String name, String owner) throws IOException {
        boolean taken = false;
        try {
            FileChannel channel = lock(file, owner);
            if (channel == null) {
                throw busy(root, name, Files.readString(file), file);
            }
            taken = true;
            return new FolderHold(file, channel);
        } finally {
            if (!taken) {
                HELD.remove(file);
            }
        }
    }

    private static @Nullable FileChannel lock(Path file, String owner) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return null;
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
        return channel;
    }

    private static WauException busy(Path root, String name, String owner, Path file) {
        String who = owner.isBlank() ? "another process" : owner;
        return new WauException(
                ErrorCode.BUSY,
                "Cannot " + name + " in " + root + ": " + who + " does it (lock " + file
                        + "). Wait for its end; the lock ends with its process.");
    }

    @Override
    public void confirm() {
        if (!channel.isOpen()) {
            throw new IllegalStateException("The hold was given up");
        }
    }

    @Override
    public synchronized void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw StoreErrors.failed("unlock", file, e);
        } finally {
            HELD.remove(file);
        }
    }
}
