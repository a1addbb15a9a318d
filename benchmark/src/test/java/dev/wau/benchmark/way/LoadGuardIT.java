package dev.wau.benchmark.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.benchmark.data.Dataset;
import dev.wau.benchmark.data.Generator;
import dev.wau.benchmark.data.Shape;
import dev.wau.benchmark.measure.Comparison;
import dev.wau.benchmark.measure.MarkdownTable;
import dev.wau.benchmark.measure.Rounds;
import dev.wau.benchmark.measure.Samples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fails when a load takes more than three times as long as DuckDB's {@code read_csv} written by hand, in the same process on
 * the same files. The fastest runs are compared, since what else a machine does only ever adds time.
 */
class LoadGuardIT {

    /** 0.96 to 1.8 were seen, most where other builds took the same cores. */
    private static final double MOST = 3;

    @TempDir
    Path folder;

    @Test
    void a_load_takes_at_most_three_times_as_long_as_read_csv_by_hand() throws Exception {
        Dataset dataset = new Generator(folder.resolve("data")).central(Shape.STANDARD.of(20, 15_000));
        Rounds rounds = new Rounds(folder.resolve("runs"), new PrintWriter(new StringWriter()));

        List<Samples> samples = rounds.run(
                dataset.centralFiles(),
                new WauLoad(dataset, new DuckDb()),
                List.of(new DuckDbTyped(dataset, DuckDbTyped.Identifiers.TEXT)),
                3,
                dataset.shape().totalRecords());

        Comparison comparison = new Comparison("Guard", dataset.shape(), dataset.centralBytes(), samples);
        System.out.println(MarkdownTable.of(comparison));
        assertThat(samples.get(0).least() / samples.get(1).least())
                .as(MarkdownTable.of(comparison))
                .isLessThan(MOST);
    }
}
