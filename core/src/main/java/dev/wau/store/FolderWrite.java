package dev.wau.store;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Written beside, made durable, then renamed. */
final class FolderWrite extends ObjectStore.Write {

    private final ObjectKey key;
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private boolean done;

    FolderWrite(ObjectKey key, Path target, Path temporary) throws IOException {
        this.key = key;
        this.target = target;
        this.temporary = temporary;
        this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
        requireOpen();
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, start, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw StoreErrors.failed("write", target, e);
        }
    }

    @Override
    public StoredObject commit() {
        requireOpen();
        try {
            BasicFileAttributes attributes = finish();
            Path folder = Objects.requireNonNull(target.getParent());
            Folders.make(folder);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            done = true;
            Folders.sync(folder);
            return LocalFolder.stored(key, attributes);
        } catch (IOException e) {
            throw StoreErrors.failed("write", target, e);
        }
    }

    /** Makes it visible unless something is there. */
    boolean commitIfAbsent() {
        requireOpen();
        try {
            finish();
            Path folder = Objects.requireNonNull(target.getParent());
            Folders.make(folder);
            Files.createLink(target, temporary);
            Folders.sync(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot write " + target + ": its file system has no hard links. Put the store on one that has.",
                    e);
        } catch (IOException e) {
            throw StoreErrors.failed("write", target, e);
        }
    }

    private BasicFileAttributes finish() throws IOException {
        channel.force(true);
        channel.close();
        return Files.readAttributes(temporary, BasicFileAttributes.class);
    }

    private void requireOpen() {
        if (done || !channel.isOpen()) {
            throw new IllegalStateException("The write of " + key + " is over");
        }
    }

    @Override
    public void close() {
        if (done) {
            return;
        }
        done = true;
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw StoreErrors.failed("remove", temporary, e);
        }
    }
}
