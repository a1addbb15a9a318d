package dev.wau.testing.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.RowIdentity;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.FileToLoad;
import dev.wau.load.StagedFile;
import dev.wau.model.FileId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every warehouse promises of rows that stand in several files: as many as in the file that has the most. */
public abstract class RowIdentityContract extends WarehouseSetting {

    private static final String A = "2025-01-06 08:00:00,a,ann\n";
    private static final String B = "2025-01-06 09:00:00,b,ann\n";
    private static final String C = "2025-01-06 10:00:00,c,ann\n";

    @Test
    void equalRowsOfOneFileAreAllKept() {
        FileId file = loads.load("acme/a.csv", HEADER + A + B + A);

        assertThat(loads.table()).hasSize(3);
        assertThat(loads.history(file).counts()).isEqualTo(new FileCounts(3, 3, 0, 0));
    }

    @Test
    void twoHereAndThreeThereAreThreeInAnyOrder() {
        FileId two = loads.load("acme/two.csv", HEADER + A + A);
        FileId three = loads.load("acme/three.csv", HEADER + A + A + A);
        assertThat(loads.table()).hasSize(3);
        assertThat(loads.history(two).counts()).isEqualTo(new FileCounts(2, 2, 0, 0));
        assertThat(loads.history(three).counts()).isEqualTo(new FileCounts(3, 1, 0, 2));

        loads.leave(two, three);
        loads.load("acme/three.csv", HEADER + A + A + A, "acme/two.csv", HEADER + A + A);
        assertThat(loads.table()).hasSize(3);
    }

    @Test
    void filesOfOneRunAreComparedWithEachOther() {
        List<FileId> files = loads.load("acme/a.csv", HEADER + A + B, "acme/b.csv", HEADER + B + C);

        assertThat(loads.table()).hasSize(3);
        // Which of the two carries B depends on which is read first.
        assertThat(files.stream().map(file -> loads.history(file).counts()))
                .containsExactlyInAnyOrder(new FileCounts(2, 2, 0, 0), new FileCounts(2, 1, 0, 1));
    }

    @Test
    void customersDoNotShareRows() {
        loads.load("acme/a.csv", HEADER + A, "bolt/a.csv", HEADER + A);
        loads.load("cray/a.csv", HEADER + A);

        assertThat(loads.table()).hasSize(3);
    }

    @Test
    void columnOrderIdentifiersAndEmptyCellsDoNotCount() {
        loads.load("acme/a.csv", "timestamp,event,userId,unique_identifier\n2025-01-06 08:00:00,a,ann,1\n");
        loads.load("acme/b.csv", "userId,extra,event,timestamp\nann,,a,2025-01-06 08:00:00\n");

        assertThat(loads.table()).hasSize(1);
    }

    @Test
    void suppressedRowsComeBackWhenTheirCarrierLeaves() {
        FileId first = loads.load("acme/a.csv", HEADER + A + B);
        FileId second = loads.load("acme/b.csv", HEADER + B + C);
        List<String> before = loads.table();
        assertThat(before).hasSize(3);

        loads.leave(first);

        assertThat(loads.table()).hasSize(2).isSubsetOf(before);
        assertThat(loads.history(second).counts()).isEqualTo(new FileCounts(2, 2, 0, 0));
    }

    @Test
    void ofThreeFilesWithOneRowAnyMayLeave() {
        for (int leaving = 0; leaving < 3; leaving++) {
            List<FileId> files = new ArrayList<>();
            for (String name : List.of("x", "y", "z")) {
                files.add(loads.load("acme/" + leaving + name + ".csv", HEADER + A + B + A));
            }
            loads.leave(files.get(leaving));
            assertThat(loads.table()).hasSize(3);
            files.remove(leaving);
            loads.leave(files.toArray(FileId[]::new));
            assertThat(loads.table()).isEmpty();
        }
    }

    @Test
    void aRowDoesNotComeBackFromAFileThatLeavesToo() {
        FileId first = loads.load("acme/a.csv", HEADER + A);
        FileId second = loads.load("acme/b.csv", HEADER + A + B);
        FileId third = loads.load("acme/c.csv", HEADER + A + C);

        loads.leave(first, second);

        assertThat(loads.table()).hasSize(2);
        assertThat(loads.history(third).counts()).isEqualTo(new FileCounts(2, 2, 0, 0));
    }

    @Test
    void aRowThatComesBackStandsForTheOneThatEnters() {
        FileId first = loads.load("acme/a.csv", HEADER + A + B);
        FileId second = loads.load("acme/b.csv", HEADER + A);
        FileCounts counts = loads.commit(transaction -> {
            FileToLoad file = loads.file(transaction.nextFileId(), "acme/a.csv", HEADER + A + C);
            List<StagedFile> staged = transaction.stage(List.of(file), TestingLoads.stage());
            transaction.leave(List.of(first), FileState.SUPERSEDED);
            return transaction.enter(staged).get(0);
        });

        assertThat(counts).isEqualTo(new FileCounts(2, 1, 0, 1));
        assertThat(loads.history(second).counts()).isEqualTo(new FileCounts(1, 1, 0, 0));
        assertThat(loads.table()).hasSize(2);
    }

    @Test
    void tenThousandEqualRowsAreTenThousandRows() {
        FileId first = loads.load("acme/a.csv", HEADER + A.repeat(10_000));
        FileId second = loads.load("acme/b.csv", HEADER + A.repeat(10_001));

        assertThat(loads.table()).hasSize(10_001);
        assertThat(loads.history(second).counts()).isEqualTo(new FileCounts(10_001, 1, 0, 10_000));
        loads.leave(first);
        assertThat(loads.table()).hasSize(10_001);
    }

    @Test
    void withoutIdentityEveryRecordIsARow() {
        loads.identity(RowIdentity.NONE);
        FileId first = loads.load("acme/a.csv", HEADER + A + A);
        loads.load("acme/b.csv", HEADER + A + A + B);
        assertThat(loads.table()).hasSize(5);

        loads.leave(first);

        assertThat(loads.table()).hasSize(3);
    }

    @Test
    void aTrustedIdentifierMakesRowsEqualWhateverElseTheySay() {
        loads.identity(RowIdentity.IDENTIFIER);
        String header = "timestamp,event,userId,unique_identifier\n";
        FileId first = loads.load("acme/a.csv", header + "2025-01-06 08:00:00,a,ann,1\n2025-01-06 08:00:00,a,ann,2\n");
        loads.load("acme/b.csv", header + "2025-03-06 08:00:00,b,bob,2\n2025-01-06 08:00:00,a,ann,\n");
        loads.load("acme/c.csv", header + "2025-01-06 08:00:00,a,ann,\n");

        assertThat(loads.table()).hasSize(3);
        loads.leave(first);
        assertThat(loads.table())
                .containsExactly(
                        "acme 1736150400000000 {event=a, user_id=ann}", "acme 1741248000000000 {event=b, user_id=bob}");
    }

    /** Convergence: the table is what the files that are loaded say, whatever came and went before. */
    @Test
    void anyHistoryOfLoadsAndDeparturesConverges() {
        for (long seed = 1; seed <= histories(); seed++) {
            converge(new Random(seed));
            warehouse.close();
            open();
        }
    }

    /** How many random ones. */
    protected int histories() {
        return 4;
    }

    private void converge(Random random) {
        Map<FileId, List<String>> loaded = new TreeMap<>();
        for (int step = 0; step < 10; step++) {
            List<FileId> leaving = loaded.keySet().stream()
                    .filter(file -> random.nextInt(3) == 0)
                    .toList();
            List<List<String>> entering = new ArrayList<>();
            for (int file = random.nextInt(3); file > 0; file--) {
                entering.add(records(random));
            }
            int now = step;
            loads.change(transaction -> {
                List<FileToLoad> files = new ArrayList<>();
                for (List<String> records : entering) {
                    FileId id = transaction.nextFileId();
                    files.add(loads.file(id, "acme/" + now + "-" + id + ".csv", HEADER + String.join("", records)));
                    loaded.put(id, records);
                }
                List<StagedFile> staged = transaction.stage(files, TestingLoads.stage());
                transaction.leave(leaving, FileState.UNLOADED);
                transaction.enter(staged);
            });
            loaded.keySet().removeAll(leaving);
            assertThat(events()).isEqualTo(expected(loaded));
        }
    }

    private static List<String> records(Random random) {
        List<String> records = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            records.add(List.of(A, B, C).get(random.nextInt(3)));
        }
        return records;
    }

    private List<String> events() {
        return loads.table().stream()
                .map(row -> row.substring(row.indexOf("event=") + 6, row.indexOf(',')))
                .toList();
    }

    private static List<String> expected(Map<FileId, List<String>> loaded) {
        List<String> expected = new ArrayList<>();
        for (String record : List.of(A, B, C)) {
            int most = loaded.values().stream()
                    .mapToInt(records -> Collections.frequency(records, record))
                    .max()
                    .orElse(0);
            expected.addAll(Collections.nCopies(most, record.split(",")[1]));
        }
        return expected;
    }
}
