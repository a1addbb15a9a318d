package dev.wau.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;

/**
 * An attempt's folder for temporary files, where the cluster wants them: on the disks it gave the executor, which it clears
 * when the executor is gone, however that ended. Close it.
 */
record ScratchFolder(Path path) implements AutoCloseable {

    static ScratchFolder make() throws IOException {
        List<String> folders = folders();
        Path folder = Path.of(folders.get(ThreadLocalRandom.current().nextInt(folders.size())));
        return new ScratchFolder(Files.createTempDirectory(Files.createDirectories(folder), "wau-"));
    }

    /** As Spark itself looks for them: YARN's, a standalone worker's, then what is configured. */
    private static List<String> folders() {
        return Stream.of(
                        System.getenv("LOCAL_DIRS"),
                        System.getenv("SPARK_EXECUTOR_DIRS"),
                        System.getenv("SPARK_LOCAL_DIRS"),
                        SparkEnv.get().conf().get("spark.local.dir", System.getProperty("java.io.tmpdir")))
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(value -> List.of(value.split("[,:]")))
                .orElseThrow();
    }

    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
