package dev.wau.spark.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The jar of {@link PartsJob}, as a user's program beside the job's one jar. */
final class TestClasses {

    private TestClasses() {}

    static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("program.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Path code : classes()) {
                out.putNextEntry(new ZipEntry("dev/wau/spark/engine/" + code.getFileName()));
                Files.copy(code, out);
            }
        }
        return jar;
    }

    private static List<Path> classes() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("target", "test-classes", "dev", "wau", "spark", "engine"))) {
            return all.filter(path -> path.getFileName().toString().startsWith("Parts"))
                    .toList();
        }
    }
}
