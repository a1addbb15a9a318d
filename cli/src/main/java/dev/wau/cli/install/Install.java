package dev.wau.cli.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lays out the folder that {@code ./wau} starts from: {@code wau.jar}, its {@code lib/}, and beside DuckDB's classes its
 * native library, unpacked once instead of at every start. Called by the launcher after Maven's build.
 */
public final class Install {

    private Install() {}

    /**
     * @param arguments the folder to make, wau's own jar, the file with the class path that Maven wrote
     * @throws IOException a file can't be read or written
     */
    public static void main(String[] arguments) throws IOException {
        install(Path.of(arguments[0]), Path.of(arguments[1]), Files.readString(Path.of(arguments[2])));
    }

    static void install(Path folder, Path own, String classPath) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        Files.copy(own, folder.resolve("wau.jar"));
        for (String entry : List.of(classPath.strip().split(java.io.File.pathSeparator))) {
            Path jar = Path.of(entry);
            String name = String.valueOf(jar.getFileName());
            if (name.startsWith("duckdb_jdbc-")) {
                new DuckDBJar(jar).unpackInto(lib);
            } else {
                Files.copy(jar, lib.resolve(name));
            }
        }
    }
}
