package dev.wau.benchmark.spark;

import java.io.IOException;
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
 * Loads files as a Spark job would: each header's files with their schema, the headers united by name, into Parquet.
 *
 * <p>A plan has a line for each header: its columns, a tab, its files, all divided by {@code |}. The first column is the
 * time.
 *
 * @param multiLine whether cells have line breaks
 */
record CsvToParquet(SparkSession spark, boolean multiLine) {

    void load(Path plan, String folder) throws IOException {
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
                .option("multiLine", multiLine)
                .option("mode", "FAILFAST")
                .csv(files);
    }
}
