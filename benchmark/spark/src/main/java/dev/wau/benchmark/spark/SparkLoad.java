package dev.wau.benchmark.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Loads files with {@link CsvToParquet} when it is told to, a line each: {@code load PLAN FOLDER} answers {@code loaded
 * NANOSECONDS}, {@code count FOLDER} answers {@code counted RECORDS}. So its start is not in the time.
 */
public final class SparkLoad {

    private final SparkSession spark;
    private final CsvToParquet work;

    private SparkLoad(SparkSession spark) {
        this.spark = spark;
        this.work = new CsvToParquet(spark, Boolean.getBoolean("multi.line"));
    }

    /**
     * Starts Spark and does what it is told until the input ends.
     *
     * @param arguments the number of cores
     */
    public static void main(String[] arguments) throws IOException {
        SparkSession spark = SparkSession.builder()
                .master("local[" + arguments[0] + "]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
        try {
            say("ready " + spark.version());
            new SparkLoad(spark).serve();
        } finally {
            spark.stop();
        }
    }

    private void serve() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            if (words[0].equals("load")) {
                long start = System.nanoTime();
                work.load(Path.of(words[1]), words[2]);
                say("loaded " + (System.nanoTime() - start));
            } else {
                say("counted " + spark.read().parquet(words[1]).count());
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
