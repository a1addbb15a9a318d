package dev.wau.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.load.StagedFile;
import dev.wau.progress.Progress;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FeedingTest {

    private static final String HEADER = "timestamp,event,note\n";
    private static final String PLAIN = "2025-01-06 08:00:00,login,x\r\n";
    private static final String TWO_LINES = "2025-01-06 08:00:01,login,\"a, \"\"b\"\"\nc\"\n";
    private static final String BAD = "yesterday,login,\"\n\"\n";
    private static final String BROKEN = "2025-01-06 08:00:02,login,\"a\"b\"\"\n";
    private static final String STRAY = "2025-01-06 08:00:03,login,5\"\n";
    private static final int PART = 500;

    @Test
    void partsGiveWhatTheFileGives() throws Exception {
        FileToFeed file = TestingFeeding.file(text(1, PLAIN, TWO_LINES, BAD, BROKEN, PLAIN));

        TestingFeeding parts = TestingFeeding.inParts(file, PART, 4).read();

        assertThat(parts.feeding().threads()).isEqualTo(4);
        assertThat(parts.feeding().again()).isEmpty();
        requireSame(parts, TestingFeeding.inOneGo(file).read());
    }

    @Test
    void aFileWhoseQuotesMisleadIsGivenBack() throws Exception {
        FileToFeed file = TestingFeeding.file(text(2, BAD, PLAIN) + STRAY + TWO_LINES.repeat(1_000));

        TestingFeeding parts = TestingFeeding.inParts(file, PART, 3).read();

        assertThat(parts.feeding().again()).containsExactly(file);
        assertThat(parts.feeding().result(file.file().id())).isNull();
        assertThat(parts.rejects()).isEmpty();
        assertThat(parts.bytesTold()).isZero();
    }

    @Test
    void aStrayQuoteAmongPlainRecordsLeavesTheRestToOneThread() throws Exception {
        FileToFeed file = TestingFeeding.file(text(3, TWO_LINES, PLAIN, BAD) + STRAY + PLAIN.repeat(1_000));

        TestingFeeding parts = TestingFeeding.inParts(file, PART, 3).read();

        assertThat(parts.feeding().again()).isEmpty();
        requireSame(parts, TestingFeeding.inOneGo(file).read());
    }

    @Test
    void aRefusalInAPartIsLeftToTheWholeFile() throws Exception {
        FileToFeed file =
                TestingFeeding.file(text(4, PLAIN, BAD) + "2025-01-06 08:00:00,login,\"" + "x".repeat(9 << 20));

        TestingFeeding parts = TestingFeeding.inParts(file, PART, 3).read();

        assertThat(parts.feeding().again()).containsExactly(file);
        assertThat(parts.rejects()).isEmpty();
        assertThat(TestingFeeding.inOneGo(file).read().result().refusal()).isNotNull();
    }

    @Test
    void bytesThatCannotBeReadEndItForAllThreads() throws Exception {
        FileToFeed file = TestingFeeding.failing(text(5, PLAIN) + PLAIN.repeat(10_000));

        TestingFeeding parts = TestingFeeding.inParts(file, PART, 3);

        assertThatThrownBy(parts::read).hasRootCauseInstanceOf(IOException.class);
        assertThat(parts.feeding().failed()).isTrue();
        assertThatThrownBy(() -> parts.feeding().rethrow()).hasMessageContaining("Pipe not connected");
    }

    @Test
    void onlyTheFileThatIsLeftOverIsSharedByThreads() throws Exception {
        FileToFeed file = TestingFeeding.file(text(6, PLAIN));
        Feeding feeding = new Feeding(
                Collections.nCopies(3, file),
                List.of(),
                new RejectSpool(),
                new Repeats(1, 0),
                null,
                new CountingSpool()::counting,
                Progress.NONE.start("load", 0, 0),
                new Splitting(0, PART, 2));

        FileInParts first = feeding.next(null);
        FileInParts second = feeding.next(null);
        FileInParts third = feeding.next(null);

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(feeding.next(null)).isSameAs(third);
    }

    @Test
    void smallFilesAreNotSplit() throws Exception {
        FileToFeed file = TestingFeeding.file(text(7, PLAIN));
        TestingFeeding small = new TestingFeeding(file, new Splitting(1 << 20, PART, 2));

        assertThat(small.feeding().threads()).isEqualTo(1);
        small.feeding().next(null);
        assertThat(small.feeding().next(null)).isNull();
    }

    private static void requireSame(TestingFeeding parts, TestingFeeding whole) {
        assertThat(parts.rows()).isEqualTo(whole.rows()).isNotEmpty();
        assertThat(parts.rejects()).isEqualTo(whole.rejects()).isNotEmpty();
        assertThat(parts.bytesTold()).isEqualTo(whole.bytesTold());
        StagedFile expected = whole.result();
        assertThat(parts.result()).isEqualTo(expected);
    }

    private static String text(long seed, String... records) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 1_000; i++) {
            text.append(records[random.nextInt(records.length)]);
        }
        return text.toString();
    }
}
