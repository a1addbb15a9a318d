package dev.wau.benchmark.command;

import dev.wau.benchmark.data.Folders;
import dev.wau.benchmark.data.Generator;
import dev.wau.benchmark.data.Shape;
import dev.wau.benchmark.measure.Results;
import dev.wau.benchmark.measure.Rounds;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./benchmark/run}: the comparisons. */
@Command(
        name = "benchmark/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Measures wau beside the tools people would use instead, in turn, on the same files, and checks that every run"
                    + " brought every record to its place. Without options: everything, on the issue's 200 files, 422 MB,"
                    + " 3.0 million records. What each peer is and why it is fair: docs/benchmark.md",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./benchmark/run",
            "  ./benchmark/run --only duckdb --peers duckdb-typed --scale 0.1 --runs 3",
            "  ./benchmark/run --only aggregate --shape small-files",
            "  ./benchmark/run scale --max-files 10000 --max-megabytes 1000",
            "  ./benchmark/run micro -f 1 Reader"
        })
final class BenchmarkCommand implements Callable<Integer> {

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "WHAT",
            description = "duckdb, postgresql, aggregate; several with commas (default: all)")
    Set<What> only = EnumSet.allOf(What.class);

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "NAME",
            description =
                    "duckdb-typed, duckdb-uuid, duckdb-union, spark (downloads 350 MB at first), psql, copy, copy-2,"
                            + " copy-indexed, cp, cp-sync, wau-command; none (default: all)")
    Set<String> peers = new LinkedHashSet<>();

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "runs of each after its first one; results are their medians (default: ${DEFAULT-VALUE})")
    int runs = 5;

    @Mixin
    ShapeOptions shape = new ShapeOptions();

    @Mixin
    PlaceOptions place = new PlaceOptions();

    /** What can be compared. */
    enum What {
        DUCKDB,
        POSTGRESQL,
        AGGREGATE;

        private Set<String> peers() {
            return switch (this) {
                case DUCKDB -> Set.of("duckdb-typed", "duckdb-uuid", "duckdb-union", "spark", "wau-command");
                case POSTGRESQL -> Set.of("psql", "copy", "copy-2", "copy-indexed", "wau-command");
                case AGGREGATE -> Set.of("cp", "cp-sync", "wau-command");
            };
        }
    }

    private final List<String> commandLine;

    /** For a command line as it was given. */
    BenchmarkCommand(List<String> commandLine) {
        this.commandLine = List.copyOf(commandLine);
    }

    @Override
    public Integer call() throws Exception {
        requireKnown();
        Ranges.require("--runs", runs, 1, 1_000);
        Shape files = shape.shape();
        place.removeAbandonedRuns();
        Instant start = Clock.systemUTC().instant();
        PrintWriter log = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Comparisons comparisons = new Comparisons(
                PlaceOptions.root(), new Generator(place.data()), new Rounds(place.runs(), log), runs, peers);
        Results results = new Results(PlaceOptions.root(), start, commandLine);
        try {
            compare(comparisons, files, results);
        } finally {
            // What was measured before a failure is worth its minutes.
            Folders.delete(place.runs());
            place.publish(results, start);
        }
        return 0;
    }

    private void compare(Comparisons comparisons, Shape files, Results results) throws Exception {
        if (only.contains(What.DUCKDB)) {
            results.add(comparisons.duckDb(files));
        }
        if (only.contains(What.POSTGRESQL)) {
            results.add(comparisons.postgreSql(files));
        }
        if (only.contains(What.AGGREGATE)) {
            results.add(comparisons.aggregate(files));
        }
    }

    private void requireKnown() {
        Set<String> all = peersOf(EnumSet.allOf(What.class));
        Set<String> chosen = peersOf(only);
        for (String peer : peers) {
            if (!all.contains(peer)) {
                throw new IllegalArgumentException("Invalid --peers: '" + peer + "' (" + String.join(", ", all) + ")");
            }
            if (!chosen.contains(peer)) {
                throw new IllegalArgumentException("Invalid --peers: '" + peer + "' is no peer of --only "
                        + only.toString().toLowerCase(Locale.ROOT) + " (" + String.join(", ", chosen) + ")");
            }
        }
    }

    /** The names of these comparisons' peers, and of none. */
    private static Set<String> peersOf(Set<What> comparisons) {
        Set<String> names = new TreeSet<>(Set.of("none"));
        comparisons.forEach(comparison -> names.addAll(comparison.peers()));
        return names;
    }
}
