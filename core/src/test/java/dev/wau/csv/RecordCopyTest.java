package dev.wau.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** A record's cells that are copied as they stand give the bytes that its cells give one by one. */
class RecordCopyTest {

    private static final String HEADER = "timestamp,event,note,customer,ip_address,more,secret,last\n";
    private static final PersonalData PERSONAL = new PersonalData(Set.of("ip_address"), Set.of("secret"), "key");

    @Property(tries = 4_000)
    void ofFilesWithEveryKindOfQuoting(
            @ForAll("files") String file,
            @ForAll("dialects") Dialect dialect,
            @ForAll("windows") int window,
            @ForAll long seed)
            throws IOException {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        assertThat(copied(bytes, rules(dialect), window, new Random(seed)))
                .isEqualTo(copied(bytes, rules(dialect), window, null));
    }

    @Example
    void quotesThatAreNeedlessGoAndThoseThatAreMissingCome() throws IOException {
        assertThat(copied("1,\"a\",b\"c,acme,::1,\"x,y\",,z")).isEqualTo("1,a,\"b\"\"c\",,,\"x,y\",,z\n");
    }

    @Example
    void whatStandsRightStays() throws IOException {
        assertThat(copied("1,a,\"{\"\"k\"\": 1}\",evil,::1,\"x\r\ny\",,\"\"\"\""))
                .isEqualTo("1,a,\"{\"\"k\"\": 1}\",evil,,\"x\r\ny\",,\"\"\"\"\n");
    }

    private static String copied(String record) throws IOException {
        byte[] file = (HEADER + record).getBytes(StandardCharsets.UTF_8);
        String all = copied(file, rules(Dialect.STANDARD), 1 << 10, new Random(1));
        return all.substring(HEADER.length());
    }

    /** Copies all records in runs of random length; cell by cell without a source of chance. */
    static String copied(byte[] file, ReadRules rules, int window, @Nullable Random random) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (AuditLogReader reader = AuditLogReader.open(new SlowInput(file, 7, 5), rules, reject -> {}, window);
                CsvWriter writer = new CsvWriter(copy)) {
            for (String name : reader.layout().header()) {
                writer.cell(name);
            }
            writer.endRecord();
            while (reader.next()) {
                copy(reader.record(), reader.layout().columns().size(), writer, random);
                writer.endRecord();
            }
        }
        return copy.toString(StandardCharsets.UTF_8);
    }

    private static void copy(AuditLogRecord record, int columns, CsvWriter writer, @Nullable Random random)
            throws IOException {
        for (int column = 0; column < columns; column++) {
            if (random == null) {
                writer.cell(record.bytes(column), record.start(column), record.length(column));
            } else {
                int last = column + random.nextInt(columns - column);
                record.copy(column, last, writer);
                column = last;
            }
        }
    }

    private static ReadRules rules(Dialect dialect) {
        return new ReadRules(
                TestingReads.ACME,
                dialect,
                ColumnRoles.STANDARD,
                TestingReads.DIGITS,
                PERSONAL,
                RowIdentity.FINGERPRINT,
                Limits.DEFAULT);
    }

    @Provide
    Arbitrary<String> files() {
        Arbitrary<String> plain = Arbitraries.of("a", "", "", "event one", "é€😀", "acme", "200", "a;b", "\\", "'");
        Arbitrary<String> quoted = Arbitraries.of(
                "\"a\"",
                "\"\"",
                "\"a,b\"",
                "\"\"\"\"",
                "\"x\"\"y\"",
                "\"two\nlines\"",
                "\"two\rlines\"",
                "\"\r\n\"",
                "\"a b c d e f g h, \"",
                "\"a b c d e f g h i j k\"",
                "\"acme\"",
                "\"\\\"\"");
        Arbitrary<String> stray = Arbitraries.of("a\"", "a\"b", "12345678\"", "a\"\"b", " \"a\"");
        Arbitrary<String> cell = Arbitraries.frequencyOf(Tuple.of(6, plain), Tuple.of(3, quoted), Tuple.of(1, stray));
        Arbitrary<String> record = cell.list().ofSize(7).map(cells -> "1," + String.join(",", cells));
        Arbitrary<String> lineEnd = Arbitraries.of("\n", "\n", "\r\n", "\r");
        Arbitrary<String> line = Combinators.combine(record, lineEnd).as(String::concat);
        return Combinators.combine(line.list().ofMaxSize(6), record)
                .as((lines, last) -> HEADER + String.join("", lines) + last);
    }

    @Provide
    Arbitrary<Dialect> dialects() {
        HeaderRule given =
                new HeaderRule(HeaderRule.Kind.REPLACED, List.of(HEADER.strip().split(",")));
        return Arbitraries.of(
                Dialect.STANDARD,
                Dialect.STANDARD,
                new Dialect(',', '"', '\\', Encoding.UTF_8, 0, given),
                new Dialect(',', '\'', '\'', Encoding.UTF_8, 0, given),
                new Dialect(',', '"', Dialect.NONE, Encoding.UTF_8, 0, given),
                new Dialect(',', Dialect.NONE, Dialect.NONE, Encoding.UTF_8, 0, given),
                new Dialect(',', '"', '"', Encoding.ISO_8859_1, 0, given));
    }

    @Provide
    Arbitrary<Integer> windows() {
        return Arbitraries.of(1, 3, 8, 64, 1_000);
    }
}
