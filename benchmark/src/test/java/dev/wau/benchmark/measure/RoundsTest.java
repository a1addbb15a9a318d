package dev.wau.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.benchmark.data.Shape;
import dev.wau.benchmark.way.Way;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {

    @TempDir
    Path folder;

    private final List<String> order = new ArrayList<>();

    /** Takes so many seconds, one after the other. */
    private final class Scripted implements Way {

        private final String name;
        private final long records;
        private final List<Integer> seconds;
        private int run;

        Scripted(String name, long records, Integer... seconds) {
            this.name = name;
            this.records = records;
            this.seconds = List.of(seconds);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return "for a test";
        }

        @Override
        public Result run(Path work) throws Exception {
            assertThat(work).isEmptyDirectory();
            Files.writeString(work.resolve("made"), "");
            order.add(name);
            return new Result(records, seconds.get(run++) * 1_000_000_000L, 0, 0);
        }
    }

    private List<Samples> run(Way ours, Way... peers) throws Exception {
        return new Rounds(folder, new PrintWriter(new StringWriter())).run(List.of(), ours, List.of(peers), 2, 7);
    }

    @Test
    void ours_runs_after_each_peer_in_every_round() throws Exception {
        run(
                new Scripted("ours", 7, 1, 1, 1, 1, 1, 1),
                new Scripted("one", 7, 1, 1, 1),
                new Scripted("other", 7, 1, 1, 1));

        assertThat(order.subList(0, 5)).containsExactly("one", "ours", "other", "ours", "one");
        assertThat(order).hasSize(12);
    }

    @Test
    void the_first_run_is_told_apart_and_the_ratio_is_of_medians() throws Exception {
        List<Samples> samples = run(new Scripted("ours", 7, 9, 2, 4), new Scripted("peer", 7, 50, 12, 18));
        Comparison comparison = new Comparison("Test", Shape.STANDARD, 1, samples);

        assertThat(comparison.ours().first()).isEqualTo(9);
        assertThat(comparison.ours().median()).isEqualTo(3);
        assertThat(comparison.ratio(samples.get(1))).isEqualTo(5);
        assertThat(MarkdownTable.of(comparison)).contains("| `peer` | 15.00 | 12.00 | 18.00 | 50.00 |  |  | 5.00 |  |");
    }

    @Test
    void a_run_that_lost_records_is_no_measurement() {
        Way ours = new Scripted("ours", 6, 1);

        assertThatThrownBy(() -> run(ours)).hasMessage("Invalid run of ours: 6 records came out (7 went in)");
    }
}
