package dev.wau.warehouse.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BitMatrixTest {

    @Test
    void aRowBecomesAColumnAndNothingElseChanges() {
        Random random = new Random(5);
        long[] words = random.longs(3 * Long.SIZE).toArray();
        long[] before = words.clone();

        BitMatrix.transpose(words, Long.SIZE);

        for (int row = 0; row < Long.SIZE; row++) {
            assertThat(words[row]).isEqualTo(before[row]);
            assertThat(words[2 * Long.SIZE + row]).isEqualTo(before[2 * Long.SIZE + row]);
            for (int column = 0; column < Long.SIZE; column++) {
                assertThat(words[Long.SIZE + column] >>> row & 1).isEqualTo(before[Long.SIZE + row] >>> column & 1);
            }
        }
    }
}
