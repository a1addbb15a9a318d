package dev.wau.catalog.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.catalog.prediction.PredictedMistake.Kind;
import dev.wau.catalog.schema.Crawl;
import dev.wau.catalog.schema.Sampling;
import dev.wau.catalog.schema.TestingFiles;
import dev.wau.csv.Limits;
import dev.wau.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The counts in here were taken from the files by eye, by AWS's published rules. */
class CrawlerPredictionTest {

    private static final String TIME = "2025-01-06 10:00:00";

    private final TestingFiles files = new TestingFiles();
    private final List<PredictedMistake> mistakes = new ArrayList<>();

    private PredictedTable predict() {
        CrawlerPrediction prediction = new CrawlerPrediction(mistakes::add);
        return prediction.table(
                new Crawl(files.central(), Limits.DEFAULT, Progress.NONE).read(Sampling.WHOLE, prediction));
    }

    private static String columns(PredictedTable table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
    }

    @Test
    void a_header_over_text_only_is_not_recognised() {
        files.file("acme/a.csv", "timestamp,event,userId", TIME + ",login,ann", TIME + ",logout,");

        PredictedTable table = predict();

        assertThat(columns(table)).isEqualTo("col1 string, col2 string, col3 string");
        assertThat(table.mistakes())
                .isEqualTo(
                        Map.of(Kind.HEADER_NOT_RECOGNISED, 1L, Kind.CELL_IN_OTHER_COLUMN, 3L, Kind.CUSTOMER_TWICE, 1L));
        // Two times, two events, one user: what isn't there lands nowhere.
        assertThat(table.counts()).containsEntry(Kind.CELL_IN_OTHER_COLUMN, 5L);
        assertThat(mistakes.get(0).message())
                .isEqualTo(
                        "all its columns are text, so its first line looks like any other: its columns are called col1 to"
                                + " col3, and its header is read as a record");
    }

    @Test
    void one_column_of_numbers_makes_the_header_one() {
        files.file("acme/a.csv", "timestamp,event,size", TIME + ",login,7", TIME + ",logout,8.5");

        PredictedTable table = predict();

        assertThat(columns(table)).isEqualTo("timestamp string, event string, size double");
        assertThat(table.mistakes()).isEqualTo(Map.of(Kind.CUSTOMER_TWICE, 1L));
    }

    @Test
    void a_cell_of_another_order_lands_in_another_column() {
        files.file("acme/a.csv", "timestamp,event,size", TIME + ",login,7", TIME + ",logout,8")
                .file("acme/b.csv", "event,timestamp,size,extra", "login," + TIME + ",1,", "logout," + TIME + ",2,x");

        PredictedTable table = predict();

        assertThat(columns(table)).isEqualTo("timestamp string, event string, size bigint, extra string");
        assertThat(mistakes)
                .filteredOn(mistake -> mistake.kind() == Kind.CELL_IN_OTHER_COLUMN)
                .extracting(mistake -> mistake.file() + ":" + mistake.line() + " " + mistake.column() + " -> "
                        + mistake.lands() + " " + mistake.count())
                .containsExactly("csv/acme/b.csv:2 event -> timestamp 2", "csv/acme/b.csv:2 timestamp -> event 2");
    }

    @Test
    void what_quotes_hold_together_comes_apart() {
        files.file(
                "acme/a.csv",
                "timestamp,event,size,note",
                TIME + ",login,7,\"a\nb\r\nc\"",
                TIME + ",login,8,\"a, b\"",
                TIME + ",login,9,\"say \"\"hi\"\", Ann\"",
                TIME + ",login,9,plain");

        PredictedTable table = predict();

        assertThat(table.counts())
                .isEqualTo(Map.of(
                        Kind.LINE_BREAK_ENDS_RECORD, 2L,
                        Kind.COMMA_ENDS_CELL, 2L,
                        Kind.QUOTES_IN_VALUE, 1L,
                        Kind.CUSTOMER_TWICE, 1L));
        assertThat(mistakes.subList(0, 3)).extracting(PredictedMistake::line).containsExactly(2L, 5L, 6L);
    }

    @Test
    void a_file_of_one_record_is_no_csv() {
        files.file("acme/a.csv", "timestamp,event,size", TIME + ",login,7");

        assertThat(predict().mistakes()).isEqualTo(Map.of(Kind.FILE_NOT_CSV, 1L));
    }

    @Test
    void names_that_break_the_classifiers_rules_are_no_header() {
        files.file("acme/a.csv", "timestamp,event,404,n", TIME + ",e,1,2", TIME + ",e,1,2")
                .file("acme/b.csv", "timestamp," + "x".repeat(150) + ",event", TIME + ",1,e", TIME + ",1,e")
                .file("acme/c.csv", "timestamp,event," + "x".repeat(150), TIME + ",e,1", TIME + ",e,1")
                .file("acme/d.csv", "timestamp,\"e\nf\",event", TIME + ",1,e", TIME + ",1,e");

        predict();

        assertThat(mistakes)
                .filteredOn(mistake -> mistake.kind() == Kind.HEADER_NOT_RECOGNISED)
                .extracting(mistake -> mistake.file() + " " + mistake.message().split(":")[0])
                .containsExactly(
                        "csv/acme/a.csv a name in it is a number",
                        "csv/acme/b.csv a name in it has 150 characters or more",
                        "csv/acme/d.csv a name in it isn't one that Glue allows");
    }

    @Test
    void folders_called_customer_double_the_column() {
        files.file("acme/a.csv", "timestamp,event,size", TIME + ",login,7", TIME + ",logout,8")
                .object("csv/customer=acme/a.csv", "timestamp,event\n");

        predict();

        assertThat(mistakes)
                .filteredOn(mistake -> mistake.kind() == Kind.CUSTOMER_TWICE)
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("engines refuse the table"));
    }

    @Test
    void names_that_differ_in_case_only_leave_too_few_columns() {
        files.file("acme/a.csv", "timestamp,event,Event,size", TIME + ",a,b,7", TIME + ",a,b,8");

        PredictedTable table = predict();

        assertThat(columns(table)).isEqualTo("timestamp string, event string, size bigint");
        assertThat(mistakes)
                .filteredOn(mistake -> mistake.kind() == Kind.CELL_IN_OTHER_COLUMN)
                .extracting(mistake -> mistake.column() + " -> " + mistake.lands())
                .containsExactly("Event -> size", "size -> null");
    }

    @Test
    void the_exporters_headers_of_many_windows() {
        // Ten windows; the union of their keys turns by one place in each: every fifth is the first again.
        List<String> names = List.of("timestamp", "event", "userId", "userAgent", "size");
        List<String> cells = List.of(TIME, "login", "ann", "curl", "7");
        for (int window = 0; window < 10; window++) {
            int turn = window;
            files.file(
                    "acme/" + window + ".csv",
                    turned(names, turn),
                    turned(cells, turn),
                    turned(cells, turn),
                    turned(cells, turn));
        }

        PredictedTable table = predict();

        // Windows 0 and 5 stand in the table's order; the other eight have five columns of three cells astray.
        assertThat(table.mistakes()).containsEntry(Kind.CELL_IN_OTHER_COLUMN, 8 * 5L);
        assertThat(table.counts()).containsEntry(Kind.CELL_IN_OTHER_COLUMN, 8 * 5 * 3L);
    }

    private static String turned(List<String> cells, int by) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cells.get((i + by) % cells.size()))
                .collect(Collectors.joining(","));
    }
}
