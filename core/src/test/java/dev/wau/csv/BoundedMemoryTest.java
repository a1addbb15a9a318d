package dev.wau.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import dev.wau.model.Reject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What is held stays within the bounds, whatever the file. The system property {@code wau.test.gigabytes} makes it big. */
class BoundedMemoryTest {

    private static final String HEADER = "timestamp,event,note\n";
    private static final long SIZE = Math.max(32L << 20, Long.getLong("wau.test.gigabytes", 0) << 30);
    private static final int HELD = Limits.DEFAULT.maxRecordBytes() + 2;

    @Test
    void aQuotedCellOfAnySizeIsPassed() throws IOException {
        assertOneReject(new Filled(HEADER + "1,a,\"", SIZE, (byte) 'x', "\"\n2,b,y\n"));
    }

    @Test
    void anUnquotedCellOfAnySizeIsPassed() throws IOException {
        assertOneReject(new Filled(HEADER + "1,a,", SIZE, (byte) 'x', "\n2,b,y\n"));
    }

    @Test
    void aRecordOfAnyNumberOfCellsIsPassed() throws IOException {
        assertOneReject(new Filled(HEADER + "1,a,", SIZE, (byte) ',', "\n2,b,y\n"));
    }

    @Test
    void aQuoteThatNeverClosesIsRefused() {
        assertRefused(new Filled(HEADER + "1,a,\"", SIZE, (byte) 'x', ""), RefusalReason.LOST_IN_QUOTES);
    }

    @Test
    void aHeaderOfAnySizeIsRefused() {
        assertRefused(new Filled("timestamp,event,", SIZE, (byte) 'x', "\n1,a,b\n"), RefusalReason.UNREADABLE_HEADER);
    }

    @Test
    void blankLinesOfAnyNumberAreNotHeld() throws IOException {
        List<Reject> rejects = new ArrayList<>();
        try (AuditLogReader reader = AuditLogReader.open(
                new Filled(HEADER, SIZE, (byte) '\n', "2,b,y\n"), TestingReads.RULES, rejects::add)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.record().line()).isEqualTo(2 + SIZE);
            assertThat(reader.held()).isLessThan(1 << 20);
        }
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb);
                InputStream content = new Filled(HEADER + "1,a,", 50 << 20, (byte) 'x', "\n")) {
            content.transferTo(gzip);
        }
        assertRefused(new ByteArrayInputStream(bomb.toByteArray()), RefusalReason.INFLATES_PAST_BOUND);
    }

    @Test
    void brokenQuotesOnEveryLineCostLinearTime() {
        String line = "1,a,\"" + "x".repeat(40) + "\n";
        String file = HEADER + line.repeat(200_000);
        TestingReads.Result result = TestingReads.read(file);
        assertThat(result.rejects()).hasSize(200_000);
    }

    private static void assertOneReject(InputStream file) throws IOException {
        List<Reject> rejects = new ArrayList<>();
        try (AuditLogReader reader = AuditLogReader.open(file, TestingReads.RULES, rejects::add)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.record().text(2)).isEqualTo("y");
            assertThat(reader.record().line()).isEqualTo(3);
            assertThat(reader.held()).isLessThanOrEqualTo(HELD);
            assertThat(reader.next()).isFalse();
        }
        assertThat(rejects).hasSize(1);
        assertThat(rejects.get(0).reason().code()).isEqualTo("field-too-long");
        assertThat(rejects.get(0).raw()).hasSizeLessThanOrEqualTo(Limits.DEFAULT.maxRawRejectBytes() + 1);
    }

    private static void assertRefused(InputStream file, RefusalReason reason) {
        assertThatThrownBy(() -> TestingReads.read(file, TestingReads.RULES))
                .isInstanceOfSatisfying(
                        FileRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** A head, one byte many times, a tail. */
    private static final class Filled extends InputStream {

        private final byte[] head;
        private final byte[] tail;
        private final byte filling;
        private final long end;
        private long position;

        Filled(String head, long size, byte filling, String tail) {
            this.head = head.getBytes(StandardCharsets.UTF_8);
            this.tail = tail.getBytes(StandardCharsets.UTF_8);
            this.filling = filling;
            this.end = this.head.length + size;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int start, int length) {
            if (position < head.length) {
                return copied(head, (int) position, bytes, start, length);
            }
            if (position < end) {
                int read = (int) Math.min(length, end - position);
                Arrays.fill(bytes, start, start + read, filling);
                position += read;
                return read;
            }
            return position - end < tail.length ? copied(tail, (int) (position - end), bytes, start, length) : -1;
        }

        private int copied(byte[] from, int at, byte[] bytes, int start, int length) {
            int read = Math.min(length, from.length - at);
            System.arraycopy(from, at, bytes, start, read);
            position += read;
            return read;
        }
    }
}
