package dev.wau.cli.doctor;

import dev.wau.check.Checks;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.LocalFolder;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether the central bucket can be used, shown by doing so with an object that goes again. For one thread. */
final class CentralChecks {

    private static final byte[] CONTENT = "written by wau doctor".getBytes(StandardCharsets.UTF_8);

    private final Location location;
    private final Supplier<ObjectStore> central;
    private final Checks checks;

    CentralChecks(Location location, Supplier<ObjectStore> central, Checks checks) {
        this.location = location;
        this.central = central;
        this.checks = checks;
    }

    /** Whether it is there, for these credentials. */
    boolean lists() {
        String name = "lists the central bucket " + location;
        if (isFutureFolder()) {
            return true;
        }
        if (location.isFolder() && !Files.isDirectory(location.folder())) {
            checks.wrong(name, "a file stands there", fix(""));
            return false;
        }
        return checks.passes(name, fix("s3:ListBucket"), this::list);
    }

    /** Whether it can be used. A look doesn't make the folder that isn't there yet: of that it tells by the one above. */
    boolean writes() {
        if (isFutureFolder()) {
            Path above = nearest(location.folder());
            checks.require(
                    Files.isDirectory(above) && Files.isWritable(above),
                    "the central bucket " + location + " does not exist yet: the first run makes it",
                    "this user may not make it in " + above,
                    fix(""));
            return false;
        }
        if (!location.isFolder()) {
            return used();
        }
        boolean used = used();
        leave(new LocalFolder(location.folder()));
        return used;
    }

    private void leave(LocalFolder folder) {
        try {
            folder.removeTemporaryFiles();
        } catch (WauException e) {
            checks.note("leaves nothing behind there", String.valueOf(e.getMessage()), "remove .wau-tmp in it");
        }
    }

    private boolean isFutureFolder() {
        return location.isFolder() && Files.notExists(location.folder());
    }

    private static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (there.getParent() != null && Files.notExists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private boolean used() {
        // Deeper in a folder, a folder would stay behind; in a bucket, the rights may end at staging/.
        ObjectKey key = new ObjectKey((location.isFolder() ? "" : "staging/") + "doctor-" + UUID.randomUUID());
        String rights = "s3:PutObject, s3:GetObject and s3:DeleteObject";
        return checks.passes(
                        "writes, reads and deletes an object there" + shown(rights),
                        fix(rights + ", and kms:GenerateDataKey and kms:Decrypt on its key"),
                        () -> write(key))
                && checks.passes(
                        "makes an object there only once" + shown("conditional writes"),
                        "set 'central' to a service that knows conditional writes (If-None-Match), as S3 does",
                        () -> writeOnce(key));
    }

    private String shown(String rights) {
        return location.isFolder() ? "" : " (" + rights + ")";
    }

    private String fix(String rights) {
        return location.isFolder()
                ? "make it a folder that this user may write, or correct 'central' in wau.yaml"
                : "correct 'central' or 'aws' in wau.yaml, or allow " + rights + " on it to these credentials";
    }

    private void list() {
        try (Stream<StoredObject> objects = central.get().list("complete/")) {
            objects.limit(1).forEach(StoredObject::key);
        }
    }

    private void write(ObjectKey key) {
        removing(key, store -> {
            StoredObject written;
            try (ObjectStore.Write write = store.write(key)) {
                write.write(CONTENT);
                written = write.commit();
            }
            try (InputStream read = store.read(written)) {
                if (!Arrays.equals(read.readAllBytes(), CONTENT)) {
                    throw new WauException(
                            ErrorCode.STORE_FAILED, "Cannot read " + key + ": it isn't what was written");
                }
            }
        });
    }

    /** By this, of two runs at once only one writes a marker. */
    private void writeOnce(ObjectKey key) {
        removing(key, store -> {
            if (!store.createIfAbsent(key, CONTENT) || store.createIfAbsent(key, CONTENT)) {
                throw new WauException(
                        ErrorCode.STORE_FAILED, "Cannot rely on " + location + ": it made one object twice, or never");
            }
        });
    }

    /** What is done to the store. */
    @FunctionalInterface
    private interface Work {
        void on(ObjectStore store) throws IOException;
    }

    /** Leaves nothing behind; what went wrong first is what is told. */
    private void removing(ObjectKey key, Work work) {
        ObjectStore store = central.get();
        try {
            work.on(store);
        } catch (IOException e) {
            throw after(
                    store,
                    key,
                    new WauException(ErrorCode.STORE_FAILED, "Cannot write " + key + ": " + e.getMessage(), e));
        } catch (WauException e) {
            throw after(store, key, e);
        }
        store.delete(key);
    }

    private static WauException after(ObjectStore store, ObjectKey key, WauException failure) {
        try {
            store.delete(key);
        } catch (WauException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
