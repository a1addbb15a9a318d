package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.catalog.FilesTable;
import dev.wau.catalog.TableName;
import dev.wau.catalog.prediction.CrawlerPrediction;
import dev.wau.catalog.prediction.PredictedMistake;
import dev.wau.catalog.prediction.PredictedMistake.Kind;
import dev.wau.catalog.prediction.PredictedTable;
import dev.wau.catalog.schema.Crawl;
import dev.wau.catalog.schema.CrawledFiles;
import dev.wau.catalog.schema.Discretion;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.schema.Sampling;
import dev.wau.catalog.schema.SchemaSink;
import dev.wau.collect.SourcePlace;
import dev.wau.config.CustomerConfig;
import dev.wau.csv.Limits;
import dev.wau.csv.ReadRules;
import dev.wau.model.Customer;
import dev.wau.progress.Progress;
import dev.wau.store.Location;
import dev.wau.testing.corpus.CsvCase;
import dev.wau.testing.corpus.CsvCorpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The corpus of bad files, each a customer's, aggregated and then crawled. */
final class CorpusCrawlTest {

    @TempDir
    Path folder = Path.of("");

    private AggregateBench bench = new AggregateBench(folder);
    private SortedMap<String, String> files = new TreeMap<>();

    @BeforeEach
    void aggregate() throws IOException {
        bench = new AggregateBench(folder);
        bench.maxRejectRatio = 1;
        int number = 0;
        for (CsvCase csv : CsvCorpus.cases()) {
            String name = String.format(java.util.Locale.ROOT, "c%03d", number++);
            bench.file(name + "/a.csv", csv.file().open().readAllBytes());
            bench.customers.add(customer(name, csv.rules()));
        }
        bench.run();
        files = bench.contents("csv/");
    }

    private CustomerConfig customer(String name, ReadRules rules) {
        return new CustomerConfig(
                new Customer(name),
                SourcePlace.of(Location.folder(folder.resolve(name)), "*.csv"),
                rules.dialect(),
                rules.roles(),
                rules.timeFormat(),
                rules.personalData());
    }

    @Test
    void every_aggregated_file_is_read_and_every_header_has_a_column() {
        SchemaSink sink = new SchemaSink(new Discretion(Set.of()));
        FilesSchema schema =
                sink.schema(new Crawl(bench.central, Limits.DEFAULT, Progress.NONE).read(Sampling.WHOLE, sink));

        assertThat(files.size()).isGreaterThan(70);
        assertThat(schema.crawled().unread()).isEmpty();
        assertThat(schema.crawled().read()).isEqualTo(files.size());
        assertThat(schema.columns())
                .extracting(column -> column.name())
                .containsExactlyInAnyOrderElementsOf(files.values().stream()
                        .flatMap(text -> PlainRecords.of(text).get(0).stream())
                        .distinct()
                        .toList());
        assertThat(FilesTable.of(schema, new TableName("wau", "csv"), Location.of("s3://central"))
                        .columns())
                .extracting(column -> column.name())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.length() <= 255 && !name.isEmpty());
    }

    @Test
    void the_predicted_mistakes_are_those_that_a_plain_reading_of_the_rules_gives() {
        Map<Kind, Long> told = new EnumMap<>(Kind.class);
        CrawlerPrediction prediction =
                new CrawlerPrediction(mistake -> told.merge(mistake.kind(), mistake.count(), Long::sum));
        CrawledFiles crawled = new Crawl(bench.central, Limits.DEFAULT, Progress.NONE).read(Sampling.WHOLE, prediction);
        PredictedTable table = prediction.table(crawled);

        PlainPrediction plain = new PlainPrediction();
        files.values().forEach(text -> plain.file(PlainRecords.of(text)));

        assertThat(table.counts()).isEqualTo(plain.counts).isEqualTo(told);
        assertThat(table.columns()).extracting(PredictedTable.Column::name).isEqualTo(plain.columns);
        assertThat(table.mistakes().keySet())
                .contains(
                        PredictedMistake.Kind.FILE_NOT_CSV,
                        PredictedMistake.Kind.HEADER_NOT_RECOGNISED,
                        PredictedMistake.Kind.CELL_IN_OTHER_COLUMN,
                        PredictedMistake.Kind.LINE_BREAK_ENDS_RECORD,
                        PredictedMistake.Kind.COMMA_ENDS_CELL,
                        PredictedMistake.Kind.QUOTES_IN_VALUE);
    }

    /** AWS's rules once more, over records as lists of texts: it shares no code with what it judges. */
    private static final class PlainPrediction {
        private final List<String> columns = new ArrayList<>();
        private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

        void file(List<List<String>> records) {
            List<String> header = records.get(0);
            List<List<String>> data = records.subList(1, records.size());
            if (header.size() < 2 || data.size() < 2) {
                add(Kind.FILE_NOT_CSV, data.size());
                return;
            }
            boolean recognised = isHeader(header) && hasNumbers(header.size(), data);
            for (int i = 0; i < header.size(); i++) {
                String name = recognised ? header.get(i).toLowerCase(java.util.Locale.ROOT) : "col" + (i + 1);
                if (!columns.contains(name)) {
                    columns.add(name);
                }
            }
            counts.put(Kind.CUSTOMER_TWICE, 1L);
            add(Kind.HEADER_NOT_RECOGNISED, recognised ? 0 : 1);
            for (int i = 0; i < header.size(); i++) {
                boolean right = i < columns.size()
                        && columns.get(i).equals(header.get(i).toLowerCase(java.util.Locale.ROOT));
                int column = i;
                add(
                        Kind.CELL_IN_OTHER_COLUMN,
                        right ? 0 : count(data, record -> !record.get(column).isEmpty()));
            }
            for (List<String> record : data) {
                String all = String.join("", record);
                add(
                        Kind.LINE_BREAK_ENDS_RECORD,
                        record.stream().mapToLong(PlainPrediction::breaks).sum());
                add(Kind.COMMA_ENDS_CELL, all.contains(",") ? 1 : 0);
                add(Kind.QUOTES_IN_VALUE, all.contains("\"") ? 1 : 0);
            }
        }

        private static long breaks(String cell) {
            return cell.replace("\r\n", "\n")
                    .chars()
                    .filter(c -> c == '\n' || c == '\r')
                    .count();
        }

        private static boolean isHeader(List<String> header) {
            boolean longName = header.subList(0, header.size() - 1).stream()
                    .anyMatch(name -> name.codePoints().count() >= 150);
            return !longName
                    && header.stream().noneMatch(PlainPrediction::isOther)
                    && header.stream()
                            .allMatch(name -> name.length() <= 255
                                    && name.chars()
                                            .allMatch(c -> c == '\t' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF)));
        }

        private static boolean hasNumbers(int columns, List<List<String>> data) {
            for (int i = 0; i < columns; i++) {
                int column = i;
                List<String> filled = data.stream()
                        .map(record -> record.get(column))
                        .filter(cell -> !cell.isEmpty())
                        .toList();
                boolean numbers = !filled.isEmpty() && filled.stream().allMatch(PlainPrediction::isNumber);
                boolean truths = !filled.isEmpty() && filled.stream().allMatch(cell -> cell.matches("(?i)true|false"));
                if (numbers || truths) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isNumber(String cell) {
            return isOther(cell) && !cell.matches("(?i)true|false");
        }

        private static boolean isOther(String cell) {
            boolean number =
                    cell.length() <= 40 && cell.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
            return number || cell.matches("(?i)true|false");
        }

        private static long count(List<List<String>> data, java.util.function.Predicate<List<String>> rule) {
            return data.stream().filter(rule).count();
        }

        private void add(Kind kind, long count) {
            if (count > 0 || kind == Kind.FILE_NOT_CSV) {
                counts.merge(kind, count, Long::sum);
            }
        }
    }

    /** Aggregated files cut into records, character by character. */
    private static final class PlainRecords {

        private PlainRecords() {}

        static List<List<String>> of(String text) {
            List<List<String>> records = new ArrayList<>();
            List<String> record = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && (c == ',' || c == '\n')) {
                    record.add(cell.toString());
                    cell.setLength(0);
                    if (c == '\n') {
                        records.add(record);
                        record = new ArrayList<>();
                    }
                } else {
                    cell.append(c);
                }
            }
            return records;
        }
    }
}
