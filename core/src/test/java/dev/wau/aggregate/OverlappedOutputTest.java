package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class OverlappedOutputTest {

    private static final byte[] CONTENT = new byte[5 << 20];

    static {
        new Random(7).nextBytes(CONTENT);
    }

    /** Takes so many bytes, then fails. */
    private static final class Full extends ByteArrayOutputStream {
        private final int room;

        Full(int room) {
            this.room = room;
        }

        @Override
        public synchronized void write(byte[] bytes, int start, int length) {
            if (size() + length > room) {
                throw new WauException(ErrorCode.STORE_FAILED, "Cannot write: the disk is full");
            }
            super.write(bytes, start, length);
        }
    }

    @Test
    void allArrivesInOrderHoweverItIsDealtOut() throws IOException {
        ByteArrayOutputStream behind = new ByteArrayOutputStream();
        Random random = new Random(3);
        try (OverlappedOutput out = new OverlappedOutput(behind)) {
            int at = 0;
            while (at < CONTENT.length) {
                int length = Math.min(random.nextInt(700_000), CONTENT.length - at);
                out.write(CONTENT, at, length);
                at += length;
            }
        }
        assertThat(behind.toByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void aFailureBehindIsThrownInFrontAndEndsTheWriting() {
        Full behind = new Full(1 << 20);
        assertThatThrownBy(() -> {
                    try (OutputStream out = new OverlappedOutput(behind)) {
                        for (int i = 0; i < 100; i++) {
                            out.write(CONTENT);
                        }
                    }
                })
                .isInstanceOf(WauException.class)
                .hasMessage("Cannot write: the disk is full");
        assertThat(behind.size()).isEqualTo(1 << 20);
    }

    @Test
    void aFailureOfTheLastBytesIsThrownByClosing() throws IOException {
        OverlappedOutput out = new OverlappedOutput(new Full(10));
        out.write(CONTENT, 0, 11);

        assertThatThrownBy(out::close).isInstanceOf(WauException.class);
        assertThatCode(out::close).doesNotThrowAnyException();
    }

    @Test
    void anInterruptedWriterStillWaitsForTheOtherThread() throws IOException {
        ByteArrayOutputStream behind = new ByteArrayOutputStream();
        OverlappedOutput out = new OverlappedOutput(behind);
        out.write(CONTENT, 0, 1_000);
        Thread.currentThread().interrupt();
        out.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(behind.size()).isEqualTo(1_000);
    }
}
