package dev.wau.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.warehouse.rollup.Quarters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FileCountingTest {

    private final CountingBudget budget = new CountingBudget();

    @Test
    void knowsEachRecordsUserEventAndQuarter() {
        FileCounting counting = new FileCounting(budget);
        add(counting, "2025-01-01T00:14:59Z", "ann", "read");
        add(counting, "1950-06-30T23:59:59Z", null, "write");
        add(counting, "2025-01-01T00:15:00Z", "ann", "write");
        counting.end();

        assertThat(counting.size()).isEqualTo(3);
        assertThat(counting.users()).containsExactly("ann");
        assertThat(counting.events()).containsExactly("read", "write");
        assertThat(counting.user(0)).isEqualTo(1);
        assertThat(counting.user(1)).isZero();
        assertThat(counting.event(2)).isEqualTo(1);
        assertThat(counting.quarter(1)).isEqualTo(quarter("1950-06-30T23:45:00Z"));
        assertThat(counting.quarter(2)).isEqualTo(counting.quarter(0) + 1);
    }

    @Test
    void whereThereIsTooMuchToCountWhatWasCountedIsForgotten() {
        FileCounting before = new FileCounting(budget);
        add(before, "2025-01-01T00:00:00Z", "ann", "read");
        before.end();
        FileCounting during = new FileCounting(budget);
        add(during, "2025-01-01T00:00:00Z", "ann", "read");
        fill();
        add(during, "2025-01-01T00:00:00Z", "bob", "read");
        during.end();
        FileCounting after = new FileCounting(budget);
        add(after, "2025-01-01T00:00:00Z", "ann", "read");
        after.end();

        assertThat(budget.isExceeded()).isTrue();
        assertThat(before.size()).isZero();
        assertThat(before.users()).isEmpty();
        assertThat(during.size()).isZero();
        assertThat(after.size()).isZero();
    }

    /** Until there is no room for more; the bound is well beyond what the budget holds. */
    private void fill() {
        FileCounting large = new FileCounting(budget);
        for (int record = 0; record < CountingBudget.MOST_BYTES / Long.BYTES && !budget.isExceeded(); record++) {
            add(large, "2025-01-01T00:00:00Z", "ann", "read");
        }
    }

    private static void add(FileCounting counting, String time, @Nullable String user, String event) {
        byte[] userBytes = user == null ? null : user.getBytes(StandardCharsets.UTF_8);
        byte[] eventBytes = event.getBytes(StandardCharsets.UTF_8);
        counting.add(
                micros(time), userBytes, 0, userBytes == null ? 0 : userBytes.length, eventBytes, 0, eventBytes.length);
    }

    private static long quarter(String time) {
        return Quarters.of(micros(time));
    }

    private static long micros(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000;
    }
}
