package dev.wau.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class HashRangeTest {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    @Test
    void oneHoldsAll() {
        assertThat(HashRange.of(1)).containsExactly(new HashRange(LOWEST, HIGHEST));
    }

    @Test
    void severalFollowEachOtherWithoutAGap() {
        List<HashRange> ranges = HashRange.of(7);

        assertThat(ranges).hasSize(7);
        assertThat(ranges.get(0).first()).isEqualTo(LOWEST);
        assertThat(ranges.get(6).last()).isEqualTo(HIGHEST);
        for (int range = 1; range < 7; range++) {
            assertThat(ranges.get(range).first())
                    .isEqualTo(next(ranges.get(range - 1).last()));
        }
    }

    @Test
    void twoMeetWhereASignWouldBe() {
        assertThat(HashRange.of(2).get(1).first()).hasToString("80000000-0000-0000-0000-000000000000");
    }

    private static UUID next(UUID uuid) {
        long low = uuid.getLeastSignificantBits() + 1;
        return new UUID(uuid.getMostSignificantBits() + (low == 0 ? 1 : 0), low);
    }
}
