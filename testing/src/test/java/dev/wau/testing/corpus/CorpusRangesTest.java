package dev.wau.testing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The corpus in ranges. That ranges are lost where the file isn't is allowed, but here none is: who makes one so, learns it
 * from this test.
 */
class CorpusRangesTest {

    private static final List<Integer> SIZES = List.of(1, 2, 3, 5, 8, 13, 21, 64, 1_000);

    @Test
    void rangesGiveWhatTheFileGivesAndRefuseWhereItIsRefused() throws IOException {
        int files = 0;
        for (CsvCase csv : CsvCorpus.cases()) {
            byte[] file = csv.file().open().readAllBytes();
            if (RangedReading.isPossible(file, csv.rules())) {
                files++;
                assertRanges(csv, file);
            }
        }
        assertThat(files).isGreaterThan(70);
    }

    private static void assertRanges(CsvCase csv, byte[] file) throws IOException {
        RangedReading whole = RangedReading.whole(file, csv.rules());
        for (int size : SIZES) {
            RangedReading ranges = RangedReading.ranges(file, csv.rules(), size);
            assertThat(ranges.complete()).as("%s in %d bytes", csv, size).isEqualTo(whole.complete());
            if (whole.complete()) {
                assertThat(ranges).as("%s in %d bytes", csv, size).isEqualTo(whole);
            }
        }
    }

    @Test
    void aFileThatIsNotPlainTextHasNoRanges() throws IOException {
        for (CsvCase csv : CsvCorpus.cases()) {
            byte[] file = csv.file().open().readAllBytes();
            if (csv.name().startsWith("compression")) {
                assertThat(RangedReading.isPossible(file, csv.rules()))
                        .as(csv.name())
                        .isFalse();
            }
        }
    }
}
