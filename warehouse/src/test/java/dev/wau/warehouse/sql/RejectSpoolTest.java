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
                List<RejectSpool.OfFile> given = rejects(number);
                given.forEach(reject -> spool.accept(reject.file(), reject.reject()));
                List<RejectSpool.OfFile> taken = new ArrayList<>();
                spool.drain(taken::add);
                assertThat(taken).isEqualTo(given);
            }
        }
    }

    private static List<RejectSpool.OfFile> rejects(int number) {
        List<RejectSpool.OfFile> rejects = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Reject reject = new Reject(i, RejectReason.BAD_TIME, "é " + i, i % 3 == 0 ? null : "漢".repeat(i % 7));
            rejects.add(new RejectSpool.OfFile(i % 5 - 2, reject));
        }
        return rejects;
    }
}
