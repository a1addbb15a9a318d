package dev.wau.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RangeScanTest {

    private static final FilePlace START = new FilePlace(0, 2);

    @Test
    void aScanKnowsEachStateItMayBeginIn() throws IOException {
        RangeScan scan = scan("x\n1,a,\"b\nc\"\n2,", 100);

        assertThat(scan.lineEnds()).isEqualTo(3);
        assertThat(scan.passages().get(CellState.RECORD_START))
                .isEqualTo(new RangeScan.Passage(CellState.CELL_START, 100, 0));
        assertThat(scan.passages().get(CellState.UNQUOTED))
                .isEqualTo(new RangeScan.Passage(CellState.CELL_START, 102, 1));
        // The quote closes, and what follows it breaks the record that it was taken for.
        assertThat(scan.passages().get(CellState.QUOTED))
                .isEqualTo(new RangeScan.Passage(CellState.CELL_START, 109, 2));
    }

    @Test
    void ofBytesInsideAQuotedCellNoRecordStarts() throws IOException {
        assertThat(scan("1,a,b\n2,a,b\n", 0).passages().get(CellState.QUOTED))
                .isEqualTo(new RangeScan.Passage(CellState.QUOTED, RangeScan.Passage.NONE, 0));
    }

    @Test
    void aLongScanIsThatOfItsPieces() throws IOException {
        byte[] file = "1,a,b\r\n22,\"c\r\n,\"\"d\",\r\n".repeat(20_000).getBytes(UTF_8);

        List<FileRange> ranges = FileRanges.of(START, file.length, TestingRanges.scans(file, 0, 200_000));
        List<FileRange> fine = FileRanges.of(START, file.length, TestingRanges.scans(file, 0, 1));

        assertThat(ranges).hasSize(3);
        assertThat(fine)
                .hasSize(40_000)
                .extracting(FileRange::from)
                .containsAll(ranges.stream().map(FileRange::from).toList());
        assertThat(fine)
                .extracting(FileRange::line)
                .containsAll(ranges.stream().map(FileRange::line).toList());
    }

    @Test
    void aLineEndThatIsCutInTwoIsOne() throws IOException {
        List<FileRange> ranges = FileRanges.of(START, 10, List.of(scan("1,a\r", 0), scan("\n2,b\r", 4), scan("\n", 9)));

        assertThat(ranges).containsExactly(new FileRange(0, 5, 2, 3), new FileRange(5, 10, 3, FileRange.LAST));
    }

    @Test
    void twoScansInWhichNoRecordStartsGiveNoRange() throws IOException {
        List<FileRange> ranges =
                FileRanges.of(START, 14, List.of(scan("1,\"a", 0), scan("b\n2,", 4), scan("c\"\n3,d", 8)));

        assertThat(ranges).containsExactly(new FileRange(0, 11, 2, 4), new FileRange(11, 14, 4, FileRange.LAST));
        assertThat(FileRanges.of(START, 0, List.of())).isEmpty();
    }

    @Test
    void scansTravelBetweenMachines() throws Exception {
        RangeScan scan = scan("1,a,\"b\nc\"\n2", 0);
        FileRange range = new FileRange(1, 2, 3, 4);

        assertThat(copy(scan)).isEqualTo(scan);
        assertThat(copy(range)).isEqualTo(range);
        assertThat(copy(START)).isEqualTo(START);
    }

    @Test
    void bytesThatAreMissingAreAnError() {
        assertThatThrownBy(() -> RangeScan.of(in("1,a\n"), 10, 15))
                .isInstanceOf(EOFException.class)
                .hasMessage("Cannot read a range of a file: it ends 1 bytes before the range does");
    }

    @Test
    void aScanAndARangeHoldBytes() {
        assertInvalid(() -> RangeScan.of(in(""), 5, 5), "Cannot scan bytes 5 to 5");
        assertInvalid(() -> RangeScan.of(in(""), -1, 5), "Cannot scan bytes -1 to 5");
        assertInvalid(() -> new FileRange(5, 5, 1, 1), "Invalid range: bytes 5 to 5");
    }

    @Test
    void everyByteIsScannedOnce() throws IOException {
        List<RangeScan> gap = List.of(scan("1,a", 0), scan("b", 4));
        List<RangeScan> twice = List.of(scan("1,a", 0), scan("b", 2));
        List<RangeScan> tail = List.of(scan("1,a", 0));

        assertInvalid(() -> FileRanges.of(START, 5, gap), "they go on at byte 4 (at byte 3, where the one before ends");
        assertInvalid(() -> FileRanges.of(START, 3, twice), "they go on at byte 2 (at byte 3, where");
        assertInvalid(() -> FileRanges.of(START, 4, tail), "they go on at byte 4 (at byte 3, where");
    }

    private static void assertInvalid(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
                .hasMessageContaining(message);
    }

    private static RangeScan scan(String text, long from) throws IOException {
        return RangeScan.of(in(text), from, from + text.length());
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static Object copy(Object original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
