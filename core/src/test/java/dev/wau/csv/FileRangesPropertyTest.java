package dev.wau.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.TestingReads.Result;
import dev.wau.csv.TestingReads.Row;
import dev.wau.model.FileRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** The ranges of a file give what the file gives, wherever they are cut. */
class FileRangesPropertyTest {

    private static final String HEADER = "timestamp,event,note";
    private static final Limits TIGHT = new Limits(12, 40, 6, 4_000, 50, 20);
    private static final ReadRules TIGHTLY = TestingReads.with(TIGHT);

    @Property(tries = 12_000)
    void rangesGiveWhatTheFileGivesUnlessOneIsLost(
            @ForAll("texts") byte[] file,
            @ForAll boolean tight,
            @ForAll("windows") int window,
            @ForAll("sizes") int size) {
        ReadRules rules = tight ? TIGHTLY : TestingReads.RULES;
        TestingRanges ranges = TestingRanges.read(file, rules, window, size);
        if (ranges.counts()) {
            assertThat(ranges.result()).isEqualTo(whole(file, rules, window));
        }
        Statistics.label("several ranges").collect(ranges.ranges().size() > 1 && ranges.counts());
        Statistics.label("several ranges")
                .coverage(checker -> checker.check(true).percentage(share -> share > 30));
        Statistics.label("lost").collect(tight ? "tight" : "default", !ranges.counts());
        Statistics.label("lost")
                .coverage(checker -> checker.check("default", true).percentage(share -> share > 0.2));
    }

    @Property(tries = 6_000)
    void ofAWellFormedFileNothingIsLost(
            @ForAll("wellFormed") byte[] file, @ForAll("windows") int window, @ForAll("sizes") int size) {
        TestingRanges ranges = TestingRanges.read(file, TestingReads.RULES, window, size);

        assertThat(ranges.counts()).isTrue();
        assertThat(ranges.result()).isEqualTo(whole(file, TestingReads.RULES, window));
    }

    @Property(tries = 3_000)
    void inPiecesOfOneByteEveryRecordOfAWellFormedFileHasItsRange(@ForAll("wellFormed") byte[] file) {
        TestingRanges ranges = TestingRanges.read(file, TestingReads.RULES, 64, 1);

        List<Long> records = TestingReads.read(file, TestingReads.RULES).rows().stream()
                .map(Row::line)
                .toList();
        List<Long> starts = ranges.ranges().stream().map(FileRange::line).toList();
        // The first range starts at the header's end, where a blank line may stand.
        assertThat(starts).hasSameSizeAs(records);
        assertThat(starts.stream().skip(1).toList())
                .isEqualTo(records.stream().skip(1).toList());
    }

    private static @Nullable Result whole(byte[] file, ReadRules rules, int window) {
        try {
            return TestingReads.read(new SlowInput(file, 7, 5), rules, window);
        } catch (FileRefusedException refused) {
            return null;
        }
    }

    @Provide
    Arbitrary<byte[]> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "1,a,",
                "12",
                "bcdefghijk",
                ",",
                ",\"",
                "\"",
                "\"",
                "\"\"",
                "\",",
                "\n",
                "\n",
                "\r",
                "\r\n",
                "\n\n",
                "\n3,b,\"x\"\n",
                "\n4,c,\"x,\r\n\"\"y\"\r\n",
                "\0",
                "\u00C3\u00A9",
                "\u00C3",
                "\u00F0\u009F\u0098\u0080");
        Arbitrary<String> text = pieces.list().ofMaxSize(60).map(list -> String.join("", list));
        return headed(Combinators.combine(lineEnds(), text).as(String::concat));
    }

    @Provide
    Arbitrary<byte[]> wellFormed() {
        return lineEnds().flatMap(end -> headed(records(end).map(records -> end + records)));
    }

    private static Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    private static Arbitrary<String> records(String end) {
        Arbitrary<String> record = Combinators.combine(quoted("7"), quoted("login"), notes())
                .as((time, event, note) -> time + "," + event + "," + note);
        Arbitrary<String> line = Combinators.combine(record, Arbitraries.of("", "", end, end + end))
                .as((text, blank) -> text + end + blank);
        return Combinators.combine(line.list().ofMaxSize(12), Arbitraries.of("", "8,logout,"))
                .as((lines, last) -> String.join("", lines) + last);
    }

    private static Arbitrary<String> quoted(String cell) {
        return Arbitraries.of(cell, "\"" + cell + "\"");
    }

    private static Arbitrary<String> notes() {
        Arbitrary<String> plain = Arbitraries.of("", "x", "a \"b\" c", "5\" disk", "\u00C3\u00A9", "''");
        Arbitrary<String> inQuotes = Arbitraries.of(
                        "",
                        "\n",
                        "\r\n",
                        "\r",
                        ",",
                        "\"\"",
                        "\"\",\"\"",
                        "\n7,login,x\n",
                        "\u00F0\u009F\u0098\u0080",
                        "y")
                .list()
                .ofMaxSize(6)
                .map(parts -> parts.stream().collect(Collectors.joining("", "\"", "\"")));
        return Arbitraries.oneOf(plain, inQuotes);
    }

    private static Arbitrary<byte[]> headed(Arbitrary<String> tails) {
        return Combinators.combine(Arbitraries.of("", "\u00EF\u00BB\u00BF"), tails)
                .as((mark, tail) -> (mark + HEADER + tail).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Provide
    Arbitrary<Integer> windows() {
        return Arbitraries.of(1, 2, 3, 8, 13, 64, 1_000);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(1, 2, 3, 7, 8, 9, 16, 25, 60, 1_000);
    }
}
