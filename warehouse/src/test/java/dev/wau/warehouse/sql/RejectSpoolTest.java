package dev.wau.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RejectSpoolTest {

    @Test
    void rejectsComeBackInOrderWhateverTheirNumber() throws IOException {
        try (RejectSpool spool = new RejectSpool()) {
            for (int number : List.of(3, 2_500, 0, 1_001)) {
                List<Reject> given = rejects(number);
                given.forEach(spool::accept);
                assertThat(drain(spool)).isEqualTo(given);
            }
        }
    }

    private static List<Reject> rejects(int number) {
        List<Reject> rejects = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            rejects.add(new Reject(i, RejectReason.BAD_TIME, "é " + i, i % 3 == 0 ? null : "漢".repeat(i % 7)));
        }
        return rejects;
    }

    private static List<Reject> drain(RejectSpool spool) throws IOException {
        List<Reject> rejects = new ArrayList<>();
        for (Reject reject = spool.poll(); reject != null; reject = spool.poll()) {
            rejects.add(reject);
        }
        return rejects;
    }
}
