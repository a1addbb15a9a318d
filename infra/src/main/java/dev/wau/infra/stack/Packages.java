package dev.wau.infra.stack;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the other modules have built, and what {@code cdk deploy} uploads.
 *
 * @param aggregate the aggregation function's package
 * @param trigger the trigger function's
 * @param jobJar the load job's jar
 * @param jobScript the script with which Glue starts it
 */
public record Packages(Path aggregate, Path trigger, Path jobJar, Path jobScript) {

    /**
     * Those of a source tree.
     *
     * @throws WauException NOT_FOUND: some aren't built yet
     */
    public static Packages in(Path sources) {
        Packages packages = new Packages(
                sources.resolve("lambda/target/wau-aggregate.zip"),
                sources.resolve("lambda/target/wau-trigger.zip"),
                sources.resolve("spark/target/wau-spark.jar"),
                sources.resolve("spark/src/main/glue/WauLoad.scala"));
        packages.requireAll();
        return packages;
    }

    private void requireAll() {
        List<String> missing = Stream.of(aggregate, trigger, jobJar, jobScript)
                .filter(file -> !Files.isRegularFile(file))
                .map(Path::toString)
                .toList();
        if (!missing.isEmpty()) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot find what is to be deployed: " + String.join(", ", missing)
                            + "\n  Build it: mvn package -Dmaven.test.skip=true -pl lambda,spark -am");
        }
    }
}
