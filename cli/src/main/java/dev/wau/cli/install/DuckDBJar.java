package dev.wau.cli.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * DuckDB's jar, split into classes and this platform's native library. {@code DuckDBNative} unpacks a library that it
 * finds on the class path at every start (0.4 s); one that stands beside its jar it loads as it is.
 */
public final class DuckDBJar {

    private static final String PREFIX = "libduckdb_java.so_";

    private final Path jar;

    /** DuckDB's jar as Maven has it. */
    public DuckDBJar(Path jar) {
        this.jar = jar;
    }

    /** Puts the classes, as a jar of the same name, and the library into a folder. */
    public void unpackInto(Path lib) throws IOException {
        String wanted = PREFIX + platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        try (JarFile source = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(lib.resolve(String.valueOf(jar.getFileName())));
                ZipOutputStream classes = new ZipOutputStream(file)) {
            classes.setLevel(Deflater.BEST_SPEED);
            for (Enumeration<JarEntry> entries = source.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().equals(wanted)) {
                    unpack(source, entry, lib.resolve(wanted));
                } else if (!entry.getName().startsWith(PREFIX)) {
                    copy(source, entry, classes);
                }
            }
        }
    }

    /** As {@code DuckDBNative} spells it: {@code linux_amd64}, {@code macos_arm64}. */
    static String platform(String system, String processor) {
        String lower = system.toLowerCase(Locale.ROOT);
        String name = lower.startsWith("mac") ? "macos" : lower.startsWith("windows") ? "windows" : "linux";
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        return name + "_" + (arm ? "arm64" : "amd64");
    }

    private static void unpack(JarFile source, JarEntry entry, Path target) throws IOException {
        try (InputStream in = source.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }

    private static void copy(JarFile source, JarEntry entry, ZipOutputStream classes) throws IOException {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTime(entry.getTime());
        classes.putNextEntry(same);
        try (InputStream in = source.getInputStream(entry)) {
            in.transferTo(classes);
        }
        classes.closeEntry();
    }
}
