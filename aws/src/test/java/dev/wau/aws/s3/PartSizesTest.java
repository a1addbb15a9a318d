package dev.wau.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PartSizesTest {

    private static final int PART = 8 << 20;

    @Test
    void partsGrowSoThatTenThousandHold492GiB() {
        long total = 0;
        for (int number = 1; number <= PartSizes.MOST_PARTS; number++) {
            total += PartSizes.of(number);
        }

        assertThat(PartSizes.of(1)).isEqualTo(PART);
        assertThat(PartSizes.of(1_000)).isEqualTo(PART);
        assertThat(PartSizes.of(1_001)).isEqualTo(2 * PART);
        assertThat(PartSizes.of(10_000)).isEqualTo(64 << 20);
        assertThat(total >> 30).isEqualTo(492);
    }
}
