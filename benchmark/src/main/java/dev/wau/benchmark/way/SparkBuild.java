package dev.wau.benchmark.way;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Spark with S3A, and the peer's programs: what {@code benchmark/spark} builds.
 *
 * @param home a folder with Spark's jars in {@code jars}
 * @param programs the peer's jar
 * @param modules what Spark's own start scripts tell a JVM of modules
 */
public record SparkBuild(Path home, Path programs, List<String> modules) {

    /**
     * Builds it; the first time, Spark is downloaded.
     *
     * @param project the folder {@code benchmark/spark}
     * @param folder for the build's output
     */
    public static SparkBuild make(Path project, Path folder) throws IOException, InterruptedException {
        Maven.run(
                folder,
                List.of("-f", project.resolve("pom.xml").toAbsolutePath().toString(), "package"));
        Path target = project.resolve("target").toAbsolutePath();
        Path home = target.resolve("spark");
        Path programs = target.resolve("programs.jar");
        return new SparkBuild(home, programs, modules(classPath(home, programs)));
    }

    public SparkBuild {
        modules = List.copyOf(modules);
    }

    /** Of a JVM with Spark and the programs. */
    String classPath() {
        return classPath(home, programs);
    }

    private static String classPath(Path home, Path programs) {
        return programs + File.pathSeparator + home.resolve("jars").resolve("*");
    }

    private static List<String> modules(String classPath) throws IOException {
        Process print = new ProcessBuilder("java", "-cp", classPath, "dev.wau.benchmark.spark.SparkModules").start();
        String options = new String(print.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return List.of(options.strip().split("\\s+"));
    }
}
