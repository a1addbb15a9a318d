package dev.wau.benchmark.spark;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** {@link CsvToParquet} as a program for {@code spark-submit}. */
public final class SparkJob {

    private SparkJob() {}

    /**
     * Loads once.
     *
     * @param arguments the plan, and the folder to write to
     */
    public static void main(String[] arguments) throws IOException {
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            new CsvToParquet(spark, false).load(Path.of(arguments[0]), arguments[1]);
        }
    }
}
