package dev.wau.spark.engine;

import dev.wau.warehouse.parts.TemporaryFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;

/**
 * Where the cluster wants temporary files: on the disks that it gave the executor, which it clears when the executor is
 * gone, however that ended.
 */
final class ScratchFolders {

    private ScratchFolders() {}

    /** A new one on any of the disks. */
    static TemporaryFolder make() {
        List<String> folders = folders();
        Path folder = Path.of(folders.get(ThreadLocalRandom.current().nextInt(folders.size())));
        return TemporaryFolder.createIn(folder, "wau-");
    }

    /** As Spark itself looks for them: YARN's, a standalone worker's, then what is configured. */
    private static List<String> folders() {
        String configured = SparkEnv.get().conf().get("spark.local.dir", System.getProperty("java.io.tmpdir"));
        return Stream.of(
                        System.getenv("LOCAL_DIRS"),
                        System.getenv("SPARK_EXECUTOR_DIRS"),
                        System.getenv("SPARK_LOCAL_DIRS"),
                        configured)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(value -> List.of(value.split("[,:]")))
                .orElseThrow();
    }
}
