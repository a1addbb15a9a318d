package dev.wau.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.TestingReads.Result;
import dev.wau.model.FileRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever the bytes: records, rejects, or a refusal; the same however they come. */
class ReaderFuzzTest {

    private static final HeaderRule THREE =
            new HeaderRule(HeaderRule.Kind.GIVEN, List.of("timestamp", "event", "note"));
    private static final Limits TIGHT = new Limits(12, 40, 6, 4_000, 50, 20);

    @Property(tries = 6_000)
    void readsWhatTheReferenceReads(
            @ForAll("csv") byte[] file, @ForAll("dialects") Dialect dialect, @ForAll("windows") int window) {
        Result result = TestingReads.read(new SlowInput(file, 7, 5), TestingReads.rules(dialect), window);
        assertThat(lines(result)).isEqualTo(ReferenceReader.read(file, dialect));
        assertThat(result.recordsRead())
                .isEqualTo(result.rows().size() + result.rejects().size());
    }

    @Property(tries = 3_000)
    void aCopyIsTheCellsOneByOne(
            @ForAll("csv") byte[] file,
            @ForAll("dialects") Dialect dialect,
            @ForAll("windows") int window,
            @ForAll long seed)
            throws IOException {
        ReadRules rules = TestingReads.rules(dialect);
        assertThat(RecordCopyTest.copied(file, rules, window, new Random(seed)))
                .isEqualTo(RecordCopyTest.copied(file, rules, window, null));
    }

    @Property(tries = 3_000)
    void neverAnythingButRecordsRejectsOrARefusal(
            @ForAll("files") byte[] file, @ForAll Encoding encoding, @ForAll("windows") int window, @ForAll long seed) {
        Dialect dialect = new Dialect(',', '"', '"', encoding, 0, HeaderRule.FIRST_RECORD);
        ReadRules rules = TestingReads.with(dialect, TIGHT);
        Object whole = outcome(file, rules, seed, 1 << 20, 1 << 10);
        assertThat(outcome(file, rules, seed, 3, window)).isEqualTo(whole);
    }

    @Property(tries = 12_000)
    void partsGiveWhatTheFileGivesUnlessOneIsLost(
            @ForAll("csv") byte[] file,
            @ForAll("dialects") Dialect dialect,
            @ForAll boolean tight,
            @ForAll("windows") int window,
            @ForAll("sizes") int size) {
        ReadRules rules = tight ? TestingReads.with(dialect, TIGHT) : TestingReads.rules(dialect);
        TestingParts parts = TestingParts.read(new SlowInput(file, 7, 5), rules, window, size);
        if (parts.counts()) {
            assertThat(parts.result()).isEqualTo(TestingReads.read(new SlowInput(file, 7, 5), rules, window));
        }
        Statistics.label("several parts").collect(parts.parts() > 1 && parts.counts());
        Statistics.label("several parts")
                .coverage(checker -> checker.check(true).percentage(share -> share > 10));
        Statistics.label("lost").collect(!parts.counts());
        Statistics.label("lost").coverage(checker -> checker.check(true).percentage(share -> share > 0.2));
    }

    private static Object outcome(byte[] file, ReadRules rules, long seed, int most, int window) {
        try {
            return TestingReads.read(new SlowInput(file, seed, most), rules, window);
        } catch (FileRefusedException refused) {
            // A damaged archive whose start is no CSV has two reasons: which one is met first depends on the pieces.
            return isCompressed(file) ? "refused" : refused.reason() + ": " + refused.getMessage();
        }
    }

    private static boolean isCompressed(byte[] file) {
        return file.length > 1
                && ((file[0] == 0x1f && file[1] == (byte) 0x8b) || (file[0] == 0x28 && file[1] == (byte) 0xb5));
    }

    private static List<String> lines(Result result) {
        record Line(long line, String text) {}
        List<Line> lines = new ArrayList<>();
        result.rows().forEach(row -> lines.add(new Line(row.line(), row.line() + " " + row.cells())));
        result.rejects()
                .forEach(reject -> lines.add(new Line(
                        reject.line(), reject.line() + " " + reject.reason().code())));
        return lines.stream()
                .sorted(Comparator.comparingLong(Line::line))
                .map(Line::text)
                .toList();
    }

    @Provide
    Arbitrary<byte[]> csv() {
        Arbitrary<String> pieces = Arbitraries.of(
                "1,a,",
                "12",
                "a",
                "bcdefghijk",
                ",",
                ",",
                "\"",
                "\"",
                "\"\"",
                "\n",
                "\n",
                "\r",
                "\r\n",
                "\\",
                "\\\"",
                "\n3,b,\"x\"\n",
                ";",
                "'",
                " ",
                "\0",
                "\u00C3\u00A9",
                "\u00C3",
                "\u00FF",
                "\u00F0\u009F\u0098\u0080");
        return pieces.list().ofMaxSize(40).map(list -> String.join("", list).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Provide
    Arbitrary<byte[]> files() {
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        Arbitrary<byte[]> marked = csv().map(tail -> join(new byte[] {(byte) 0xFF, (byte) 0xFE}, tail));
        Arbitrary<byte[]> headed =
                csv().map(tail -> join("timestamp,event,note\n".getBytes(StandardCharsets.US_ASCII), tail));
        Arbitrary<byte[]> gzip = headed.map(ReaderFuzzTest::gzip);
        Arbitrary<byte[]> damaged = gzip.flatMap(
                file -> Arbitraries.integers().between(0, file.length - 1).map(at -> {
                    byte[] copy = file.clone();
                    copy[at] ^= 0x10;
                    return copy;
                }));
        return Arbitraries.oneOf(noise, csv(), headed, marked, gzip, damaged);
    }

    @Provide
    Arbitrary<Dialect> dialects() {
        return Arbitraries.of(
                new Dialect(',', '"', '"', Encoding.UTF_8, 0, THREE),
                new Dialect(',', '"', '\\', Encoding.UTF_8, 0, THREE),
                new Dialect(';', '\'', Dialect.NONE, Encoding.UTF_8, 0, THREE),
                new Dialect(',', Dialect.NONE, Dialect.NONE, Encoding.UTF_8, 0, THREE));
    }

    @Provide
    Arbitrary<Integer> windows() {
        return Arbitraries.of(1, 2, 3, 8, 13, 64, 1_000);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(1, 2, 7, 8, 9, 16, 25, 60);
    }

    private static byte[] join(byte[] head, byte[] tail) {
        byte[] all = java.util.Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
