package dev.wau.benchmark.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Loads files as a Spark job would: each header's files with their schema, the headers united by name, into Parquet. It
 * does so when it is told to, a line each: {@code load PLAN FOLDER} answers {@code loaded NANOSECONDS}, {@code count
 * FOLDER} answers {@code counted RECORDS}. So its start is not in the time.
 *
 * <p>A plan has a line for each header: its columns, a tab, its files, all divided by {@code |}. The first column is the
 * time.
 */
public final class SparkLoad {

    private final SparkSession spark;

    private SparkLoad(SparkSession spark) {
        this.spark = spark;
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
                load(Path.of(words[1]), words[2]);
                say("loaded " + (System.nanoTime() - start));
            } else {
                say("counted " + spark.read().parquet(words[1]).count());
            }
        }
    }

    private void load(Path plan, String folder) throws IOException {
        List<Dataset<Row>> headers = new ArrayList<>();
        for (String line : Files.readAllLines(plan)) {
            String[] parts = line.split("\t");
            headers.add(header(parts[0].split("\\|"), parts[1].split("\\|")));
        }
        headers.stream()
                .reduce((one, other) -> one.unionByName(other, true))
                .orElseThrow()
                .write()
                .parquet(folder);
    }

    private Dataset<Row> header(String[] columns, String[] files) {
        StructType schema = new StructType().add(columns[0], DataTypes.TimestampType);
        for (int i = 1; i < columns.length; i++) {
            schema = schema.add(columns[i], DataTypes.StringType);
        }
        return spark.read()
                .schema(schema)
                .option("header", "true")
                .option("escape", "\"")
                .option("timestampFormat", "yyyy-MM-dd HH:mm:ss")
                .option("multiLine", System.getProperty("multi.line", "false"))
                .option("mode", "FAILFAST")
                .csv(files);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
