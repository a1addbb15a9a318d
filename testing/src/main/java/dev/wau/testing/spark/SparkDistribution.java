package dev.wau.testing.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Spark as a cluster has it.
 *
 * @param home a folder with Spark's jars in {@code jars}: module {@code spark/distribution} makes one
 * @param modules what Spark's start scripts tell a JVM of modules
 */
public record SparkDistribution(Path home, List<String> modules) {

    public SparkDistribution {
        modules = List.copyOf(modules);
    }

    /** The one that the build tells its tests of: {@code spark.home} and {@code spark.jvm}. */
    public static SparkDistribution ofBuild() {
        return new SparkDistribution(
                Path.of(property("spark.home")), List.of(property("spark.jvm").split(" ")));
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
