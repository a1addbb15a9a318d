package dev.wau.spark.engine;

import dev.wau.aws.AwsPlaces;
import dev.wau.collect.Connectors;
import dev.wau.model.RunId;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.warehouse.parts.Part;
import dev.wau.warehouse.parts.StagingArea;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * {@link PartsRun} as a program for {@code spark-submit}. It leaves its staging area, and says in a file what came of it.
 */
public final class PartsJob {

    private PartsJob() {}

    /**
     * Runs it.
     *
     * @param arguments the central bucket, its endpoint, and the file to write
     */
    public static void main(String[] arguments) throws IOException {
        StorePlace place = new StorePlace(
                Location.of(arguments[0]), new CloudAccess("eu-west-1", arguments[1], null, null), null, null);
        InstantSource clock = InstantSource.system();
        List<String> lines = new ArrayList<>();
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf());
                AwsPlaces aws = new AwsPlaces(clock)) {
            ObjectStore central = aws.with(Connectors.folders(clock)).store(place);
            StagingArea area = StagingArea.begin(central, RunId.random());
            PartsRun.Result result = new PartsRun(central, new SparkPartEngine(spark, place)).into(area);
            result.parts().rows().forEach(part -> lines.add(line("rows", part)));
            result.parts().rejects().forEach(part -> lines.add(line("rejects", part)));
            result.outcomes().forEach(outcome -> lines.add("outcome\t" + outcome));
        } catch (WauException e) {
            lines.add("error\t" + e.code() + "\t" + e.getMessage());
        }
        Files.write(Path.of(arguments[2]), lines);
    }

    private static String line(String kind, Part part) {
        return String.join("\t", kind, part.path(), Long.toString(part.bytes()), Long.toString(part.rows()));
    }
}
