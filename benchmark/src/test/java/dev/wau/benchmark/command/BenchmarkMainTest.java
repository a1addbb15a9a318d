package dev.wau.benchmark.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed and can't be meant. */
final class BenchmarkMainTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setErr(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --files 0                               | Invalid --files: 0 (1 to 10000000)
            --files -1                              | Invalid --files: -1 (1 to 10000000)
            --records 0                             | Invalid --records: 0 (1 to 1073741824)
            --repeats -1                            | Invalid --repeats: -1 (0 to 1073741824)
            --scale 0                               | Invalid --scale: 0.0 (above 0, at most 10000.0)
            --scale NaN                             | Invalid --scale: NaN (above 0, at most 10000.0)
            --runs 0                                | Invalid --runs: 0 (1 to 1000)
            --shape round                           | Invalid --shape: 'round' (standard, small-files, large-files, wide, quoted, gz)
            --peers cpp                             | Invalid --peers: 'cpp' (copy, copy-2, copy-indexed, cp, cp-sync, duckdb-typed, duckdb-union, duckdb-uuid, none, psql, spark, wau-command)
            --only duckdb --peers spark,cp          | Invalid --peers: 'cp' is no peer of --only [duckdb] (duckdb-typed, duckdb-union, duckdb-uuid, none, spark, wau-command)
            scale --max-files 0 --max-megabytes 0   | Invalid --max-files 0 with --max-megabytes 0: nothing is left to measure (10 or more of one of them)
            scale --max-files -1                    | Invalid --max-files: -1 (0 to 10000000)
            scale --max-megabytes -1                | Invalid --max-megabytes: -1 (0 to 100000)
            scale --records-per-file 0              | Invalid --records-per-file: 0 (1 to 1073741824)
            scale --runs -1                         | Invalid --runs: -1 (0 to 1000)
            cluster --executors 0                   | Invalid --executors: 0 (1 to 100)
            cluster --runs 0                        | Invalid --runs: 0 (1 to 1000)
            cluster-scale --files -1                | Invalid --files: -1 (0 to 10000000)
            cluster-scale --megabytes 200000        | Invalid --megabytes: 200000 (0 to 100000)
            cluster-scale --files 0 --megabytes 0   | Invalid --files and --megabytes: nothing is left to measure (one of them above 0)
            reports --customers 0                   | Invalid --customers: 0 (1 to 10000)
            reports --users 40                      | Invalid --users: 40 (41 to 1000000)
            reports --days 0                        | Invalid --days: 0 (1 to 3650)
            reports --rounds 0                      | Invalid --rounds: 0 (1 to 1000)
            """)
    void aNumberOutOfItsRangeIsRefused(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8).strip()).isEqualTo(message);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fewCustomersAreComparedToo() {
        assertThat(run(
                        "reports",
                        "--compare",
                        "--customers",
                        "1",
                        "--users",
                        "41",
                        "--days",
                        "30",
                        "--report",
                        "weekly"))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("60 answers are the same.");
    }

    @Test
    void whatWauSaysIsSaidWithoutAStackTrace() {
        assertThat(run("reports", "--warehouse", "jdbc:oracle:x")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("Invalid warehouse URL: ")
                .hasLineCount(1);
    }

    private int run(String... line) {
        return BenchmarkMain.run(Stream.concat(Stream.of(line), Stream.of("--work", folder.toString()))
                .toArray(String[]::new));
    }
}
