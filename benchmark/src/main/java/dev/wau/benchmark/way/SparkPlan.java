package dev.wau.benchmark.way;

import dev.wau.benchmark.data.Column;
import dev.wau.benchmark.data.DataFile;
import dev.wau.benchmark.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the Spark peer is told to read: a line for each header. */
public final class SparkPlan {

    private SparkPlan() {}

    /**
     * Writes it into the folder.
     *
     * @param place a file's, as Spark opens it
     */
    public static Path write(Path folder, Dataset dataset, Function<DataFile, String> place) throws IOException {
        List<String> lines = new ArrayList<>();
        dataset.byHeader()
                .forEach((columns, files) ->
                        lines.add(columns.stream().map(Column::name).collect(Collectors.joining("|"))
                                + "\t"
                                + files.stream().map(place).collect(Collectors.joining("|"))));
        return Files.write(folder.resolve("plan.txt"), lines);
    }
}
