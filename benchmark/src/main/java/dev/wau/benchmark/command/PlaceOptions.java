package dev.wau.benchmark.command;

import dev.wau.benchmark.data.Folders;
import dev.wau.benchmark.measure.Results;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Where things are. */
final class PlaceOptions {

    private static final String RUNS = "runs-";

    @Option(
            names = "--work",
            paramLabel = "FOLDER",
            description = "for the files, kept for the next time, and the results (default: benchmark/target/work)")
    Path work = root().resolve("benchmark/target/work");

    /** The repository: {@code ./benchmark/run} says where it is. */
    static Path root() {
        return Path.of(System.getProperty("benchmark.root", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** Of the files. */
    Path data() {
        return work.resolve("data");
    }

    /** Of what this process's runs make. */
    Path runs() {
        return work.resolve(RUNS + ProcessHandle.current().pid());
    }

    /** Removes what the runs of processes made that are gone: one that is killed can't do it itself. */
    void removeAbandonedRuns() throws IOException {
        if (Files.notExists(work)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(work, PlaceOptions::isAbandoned)) {
            for (Path folder : folders) {
                Folders.delete(folder);
            }
        }
    }

    /** A folder of another name is somebody's own. */
    private static boolean isAbandoned(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches(RUNS + "[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(name.substring(RUNS.length())))
                        .isEmpty();
    }

    /** Writes results into the folder of their start, and prints them. */
    void publish(Results results, Instant start) throws IOException {
        Path folder = work.resolve("results").resolve(start.toString().replace(':', '-'));
        results.write(folder);
        System.out.print(results.markdown());
        System.err.println("Written to " + folder);
    }
}
