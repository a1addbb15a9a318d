package dev.wau.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A function's package, as the build made it. */
enum FunctionPackage {
    AGGREGATE("wau-aggregate.zip"),
    TRIGGER("wau-trigger.zip");

    private final Path zip;

    FunctionPackage(String name) {
        this.zip = Path.of("target", name).toAbsolutePath();
    }

    Path zip() {
        return zip;
    }

    /** Unpacks it, as Lambda does into {@code /var/task}; once for each build. */
    synchronized Path folder() {
        Path folder = zip.resolveSibling(zip.getFileName() + ".task");
        try {
            if (!Files.exists(folder) || isOlder(folder)) {
                unpack(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private boolean isOlder(Path folder) throws IOException {
        return Files.getLastModifiedTime(folder).compareTo(Files.getLastModifiedTime(zip)) < 0;
    }

    private void unpack(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        try (Stream<Path> old = Files.list(folder.resolve("lib"))) {
            for (Path jar : old.toList()) {
                Files.delete(jar);
            }
        }
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory()) {
                    Path file = folder.resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    Files.write(file, entries.readAllBytes());
                }
            }
        }
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    }

    /** The jars in it. */
    List<String> jars() {
        try (Stream<Path> jars = Files.list(folder().resolve("lib"))) {
            return jars.map(jar -> jar.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text file at its root. */
    String text(String name) {
        try {
            return Files.readString(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
