package dev.wau.benchmark.command;

import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Where things are. */
final class PlaceOptions {

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
        return work.resolve("runs-" + ProcessHandle.current().pid());
    }

    /** Of the results of a start at this time. */
    Path results(Instant start) {
        return work.resolve("results").resolve(start.toString().replace(':', '-'));
    }
}
