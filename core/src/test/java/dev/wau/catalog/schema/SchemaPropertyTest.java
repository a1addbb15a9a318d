package dev.wau.catalog.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.wau.csv.AuditLogReader;
import dev.wau.csv.CsvWriter;
import dev.wau.csv.Limits;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A column's type holds for every value of it, judged by the JDK's own parsers. */
class SchemaPropertyTest {

    private static final Customer ACME = new Customer("acme");
    private static final ObjectKey FILE = new ObjectKey("csv/acme/a.csv");

    @Property(tries = 300)
    void theTypeHoldsForEveryValueAndNoNarrowerOneDoes(@ForAll("columns") List<String> values) {
        ColumnSchema column = columnOf(values);

        List<String> filled = values.stream().filter(value -> !value.isEmpty()).toList();
        assertThat(column.filled()).isEqualTo(filled.size());
        assertThat(column.records()).isEqualTo(values.size());
        assertThat(filled).allMatch(value -> isA(column.type(), value));
        for (ValueType type : ValueType.values()) {
            boolean all = !filled.isEmpty() && filled.stream().allMatch(value -> isA(type, value));
            if (type != ValueType.STRING && !filled.isEmpty()) {
                assertThat(column.refutes(type).isEmpty())
                        .as(type + " of " + filled)
                        .isEqualTo(all);
            }
            if (all) {
                assertThat(column.type()).isLessThanOrEqualTo(type);
            }
        }
    }

    @Property(tries = 300)
    void theFirstValueThatIsNotOfATypeIsNamedByItsLine(@ForAll("columns") List<String> values) {
        ColumnSchema column = columnOf(values);

        for (ValueType type : List.of(ValueType.BIGINT, ValueType.DOUBLE, ValueType.JSON)) {
            column.refutes(type).ifPresent(first -> {
                String value = values.get((int) first.line() - 2);
                assertThat(isA(type, value)).as(type + ": " + value).isFalse();
                assertThat(values.subList(0, (int) first.line() - 2))
                        .allMatch(earlier -> earlier.isEmpty() || isA(type, earlier));
            });
        }
    }

    private static ColumnSchema columnOf(List<String> values) {
        SchemaSink sink = new SchemaSink(new Discretion(Set.of()));
        ReadRules rules = ReadRules.central(ACME, RowIdentity.NONE, Limits.DEFAULT);
        try (AuditLogReader reader = AuditLogReader.open(new ByteArrayInputStream(file(values)), rules, reject -> {})) {
            sink.file(FILE, ACME, reader.layout());
            while (reader.next()) {
                sink.record(reader.record());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink
                .schema(new CrawledFiles(Sampling.WHOLE, 1, 0, 1, 1, 1, 0, values.size(), 0, 0, List.of()))
                .columns()
                .stream()
                .filter(column -> column.name().equals("value"))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] file(List<String> values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(bytes)) {
            for (String name : List.of("timestamp", "event", "value")) {
                writer.cell(name);
            }
            writer.endRecord();
            for (String value : values) {
                writer.cell("2025-01-06 10:00:00");
                writer.cell("login");
                writer.cell(value);
                writer.endRecord();
            }
        }
        return bytes.toByteArray();
    }

    /** Columns of one kind, of two kinds, of everything. */
    @Provide
    Arbitrary<List<String>> columns() {
        List<Arbitrary<String>> kinds = List.of(
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.doubles().between(-1e6, 1e6).ofScale(3).map(String::valueOf),
                Arbitraries.of("true", "FALSE", "True", "yes", "1"),
                Arbitraries.of("2025-01-06 10:00:00", "2025-01-06T10:00:00Z", "2025-01-06", "2024-02-30 10:00:00"),
                Arbitraries.of("{}", "[1,2]", "{\"a\":1}", "{\"a\":", "[1] 2", "{a}", "7"),
                Arbitraries.of("007", "+1", "-0", "1e5", "1.", ".5", "1e999", "9223372036854775808", "NaN", "1_0"),
                Arbitraries.strings().withChars("abc ,\"0.-").ofMaxLength(6));
        Arbitrary<String> kind = Arbitraries.of(kinds).flatMap(one -> one);
        Arbitrary<List<String>> pure = Arbitraries.of(kinds)
                .flatMap(one -> Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(6, one), net.jqwik.api.Tuple.of(1, Arbitraries.just("")))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(12));
        return Arbitraries.oneOf(List.of(pure, kind.list().ofMinSize(1).ofMaxSize(12)));
    }

    private static boolean isA(ValueType type, String value) {
        return switch (type) {
            case BOOLEAN -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
            case BIGINT -> isLong(value);
            case DOUBLE -> isLong(value) || isDouble(value);
            case TIMESTAMP -> isTime(value);
            case JSON -> isJson(value);
            case STRING -> true;
        };
    }

    private static boolean isLong(String value) {
        try {
            return String.valueOf(Long.parseLong(value)).equals(value);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Written as a decimal, and not as a whole number that has a longer type of its own. */
    private static boolean isDouble(String value) {
        try {
            new BigDecimal(value);
            boolean written = value.matches("-?(0[.eE].*|[1-9].*)") && value.matches(".*([.][0-9]|[0-9][eE]).*");
            return written && !value.matches("-?0[0-9].*|.*[.]([eE].*)?") && Double.isFinite(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isTime(String value) {
        try {
            LocalDateTime.parse(value.replace(' ', 'T').replace("Z", ""), DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isJson(String value) {
        try (JsonParser json = new JsonFactory().createParser(value)) {
            boolean structure = json.nextToken() != null && json.currentToken().isStructStart();
            json.skipChildren();
            return structure && json.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
