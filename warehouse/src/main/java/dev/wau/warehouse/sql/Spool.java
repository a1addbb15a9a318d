package dev.wau.warehouse.sql;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entries that wait to be read once, in the order in which they came: in memory, and beyond a bound in a temporary file.
 * Many threads may write; then one reads.
 */
final class Spool implements Closeable {

    private static final int IN_MEMORY = 1 << 20;

    private final String name;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private DataOutputStream out = new DataOutputStream(memory);
    private @Nullable FileChannel file;
    private long entries;

    /**
     * @param name for the temporary file's name
     */
    Spool(String name) {
        this.name = name;
    }

    /** Writes or reads one entry. */
    @FunctionalInterface
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    synchronized void add(Writing entry) throws IOException {
        entry.to(out);
        entries++;
        if (file == null && memory.size() > IN_MEMORY) {
            file = open();
            out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)));
            memory.writeTo(out);
            memory = new ByteArrayOutputStream(0);
        }
    }

    /** Its name goes as soon as it is open, where the system allows it: so a killed process leaves none either. */
    private FileChannel open() throws IOException {
        Path path = Path.of(System.getProperty("java.io.tmpdir"), "wau-" + name + "-" + UUID.randomUUID() + ".tmp");
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownersOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Set<OpenOption> options = Set.of(
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        return FileChannel.open(path, options, ownersOnly);
    }

    /** How many entries wait. */
    synchronized long entries() {
        return entries;
    }

    /** All entries, one after the other; nothing is written after this. */
    synchronized DataInputStream read() throws IOException {
        out.flush();
        FileChannel written = file;
        InputStream in = new ByteArrayInputStream(memory.toByteArray());
        if (written != null) {
            written.position(0);
            in = new BufferedInputStream(Channels.newInputStream(written));
        }
        return new DataInputStream(in);
    }

    /** Is empty again. */
    synchronized void clear() throws IOException {
        close();
        memory = new ByteArrayOutputStream();
        out = new DataOutputStream(memory);
        entries = 0;
    }

    @Override
    public synchronized void close() throws IOException {
        FileChannel written = file;
        file = null;
        if (written != null) {
            written.close();
        }
    }
}
