package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class OccurrencesTest {

    @Property(tries = 1_000)
    void countsLikeAMapWhereItAllFits(@ForAll @Size(max = 300) List<@IntRange(max = 40) Integer> records) {
        Occurrences occurrences = new Occurrences(64);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int record : records) {
            assertThat(occurrences.next(record % 3, record)).isEqualTo(counts.merge(record, 1, Integer::sum));
        }
    }

    @Test
    void growsToItsBoundAndRemembersAtLeastAsManyAsAGenerationHolds() {
        Occurrences occurrences = new Occurrences(4096);
        for (int i = 0; i < 100_000; i++) {
            assertThat(occurrences.next(i, i)).isEqualTo(1);
            // Each of these counts as one more different record: 3,000 in all, of 3,072 that a generation holds.
            if (i >= 1500) {
                assertThat(occurrences.next(i - 1500, i - 1500)).isEqualTo(2);
            }
        }
    }
}
