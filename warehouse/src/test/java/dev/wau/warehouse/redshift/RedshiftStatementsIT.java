package dev.wau.warehouse.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.complete.MarkerFile;
import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadJob;
import dev.wau.load.Warehouse;
import dev.wau.model.ObjectKey;
import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import dev.wau.progress.Progress;
import dev.wau.testing.load.TestingCentralBucket;
import dev.wau.testing.store.MemoryObjectStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many statements a run sends doesn't follow its files: each costs Redshift tens of milliseconds, whatever it does. */
final class RedshiftStatementsIT {

    private static final Reject REJECT = new Reject(7, RejectReason.TEXT_AFTER_QUOTE, "text after a quote", null);

    private final TestingCentralBucket central = new TestingCentralBucket(new MemoryObjectStore());

    @Test
    void copies_and_refused_files_cost_none_of_their_own() {
        assertThat(statements(250)).isEqualTo(statements(3));
    }

    /** Of a load of so many copies and refused files each, and of one that brings the same anew. */
    private List<Integer> statements(int files) {
        ObjectKey original = put("original");
        List<MarkerFile> others = new ArrayList<>();
        IntStream.range(0, files).forEach(i -> {
            others.add(central.file(put("copy-" + i), List.of(REJECT)));
            others.add(TestingCentralBucket.refused("acme", "refused-" + i + ".csv", "lost-in-quotes"));
        });
        try (Warehouse warehouse = TestingRedshift.create()) {
            LoadJob job = new LoadJob(
                    central.store(),
                    warehouse,
                    Policies.DEFAULT,
                    Limits.DEFAULT,
                    InstantSource.system(),
                    Progress.NONE);
            job.load(central.marker("b1", original));
            List<Integer> statements = new ArrayList<>();
            for (String batch : List.of("b2", "b3")) {
                TestingRedshift.standIn().forgetStatements();
                job.load(TestingCentralBucket.marker(batch, others));
                statements.add(TestingRedshift.standIn().statements().size());
                assertThat(warehouse.history().files(LoadHistory.Filter.ALL))
                        .extracting(HistoryFile::state)
                        .hasSize(1 + 2 * files)
                        .filteredOn(FileState.COPY::equals)
                        .hasSize(files);
                assertThat(warehouse.history().rejects(LoadHistory.Filter.ALL)).hasSize(files);
            }
            assertThat(warehouse.history().inconsistencies()).isEmpty();
            return statements;
        }
    }

    private ObjectKey put(String name) {
        return central.put("acme", name + ".csv", "timestamp,event,userId", "2025-01-06 08:00:00,login,ann");
    }
}
