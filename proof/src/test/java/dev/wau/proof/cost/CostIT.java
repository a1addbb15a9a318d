package dev.wau.proof.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.complete.CompletionMarker;
import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.FileAction;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.Warehouse;
import dev.wau.model.ObjectKey;
import dev.wau.progress.Progress;
import dev.wau.proof.ProofRecord;
import dev.wau.proof.process.CliWarehouse;
import dev.wau.testing.load.TestingCentralBucket;
import dev.wau.testing.store.MemoryObjectStore;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same 100 new files, into an empty warehouse and into one with years of history: by turns, medians compared. */
@Tag("long")
final class CostIT {

    private static final double MOST = 1.5;
    private static final int WARM = 2;
    private static final int ROUNDS = 7;
    private static final int FILES = 100;
    private static final int RECORDS = 1_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aLoadCostsTheSameWhateverWasLoadedBefore(CliWarehouse kind) throws SQLException {
        LongHistory history = new LongHistory(Long.getLong("proof.cost.files", 1_000_000));
        String full = kind.url(folder.resolve("full"));
        try {
            begin(full);
            history.fill(full);
            Ratio days = compare(kind, full, "new", LocalDateTime.parse("2025-07-01T00:00:00"));
            Ratio late = compare(kind, full, "late", LocalDateTime.parse("2025-03-03T00:00:00"));
            String numbers = String.format(
                    Locale.ROOT,
                    "beside %,d file versions, %,d rows: 100 new files %s; 100 files of a day long ago %s",
                    history.files(),
                    history.files() * LongHistory.ROWS_A_FILE,
                    days,
                    late);
            ProofRecord.add("cost follows the new work", kind.name().toLowerCase(Locale.ROOT), numbers);
            assertThat(days.value()).as(numbers).isLessThanOrEqualTo(MOST);
        } finally {
            kind.drop(full);
        }
    }

    /** A first run makes the tables, and says what makes rows equal. */
    private static void begin(String url) {
        TestingCentralBucket central = new TestingCentralBucket(new MemoryObjectStore());
        ObjectKey key = central.put("c0", "first.csv", "timestamp,event,userId", "2020-01-01 00:00:00,login,user0");
        load(url, central, central.marker("a000000", key));
    }

    /** By turns, into one then the other; the first rounds warm both up and aren't counted. */
    private Ratio compare(CliWarehouse kind, String full, String name, LocalDateTime day) {
        List<Double> intoFull = new ArrayList<>();
        List<Double> intoEmpty = new ArrayList<>();
        for (int round = -WARM; round < ROUNDS; round++) {
            String empty = kind.url(folder.resolve(name + (round + WARM)));
            begin(empty);
            TestingCentralBucket central = new TestingCentralBucket(new MemoryObjectStore());
            CompletionMarker marker = files(central, name + (round + WARM), day.plusDays(round + WARM));
            boolean fullFirst = round % 2 == 0;
            double first = load(fullFirst ? full : empty, central, marker);
            double second = load(fullFirst ? empty : full, central, marker);
            kind.drop(empty);
            if (round >= 0) {
                intoFull.add(fullFirst ? first : second);
                intoEmpty.add(fullFirst ? second : first);
            }
        }
        return new Ratio(median(intoFull), median(intoEmpty));
    }

    /** One file of one day for each of 100 customers. */
    private static CompletionMarker files(TestingCentralBucket central, String name, LocalDateTime day) {
        List<ObjectKey> keys = new ArrayList<>();
        for (int customer = 0; customer < FILES; customer++) {
            List<String> lines = new ArrayList<>();
            lines.add("timestamp,event,userId,userAgent,unique_identifier");
            for (int i = 0; i < RECORDS; i++) {
                lines.add(TIME.format(day.plusSeconds(i * 86L)) + ",event." + i % 7 + ",user" + i % 40
                        + ",Mozilla/5.0 (X11; Linux x86_64)," + name + "-" + customer + "-" + i);
            }
            keys.add(central.put("c" + customer * 10, name + ".csv", lines.toArray(new String[0])));
        }
        return central.marker("b-" + name, keys.toArray(new ObjectKey[0]));
    }

    /** The whole of it: from opening the warehouse to closing it. In seconds. */
    private static double load(String url, TestingCentralBucket central, CompletionMarker marker) {
        long begin = System.nanoTime();
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE)) {
            LoadResult result = new LoadJob(
                            central.store(),
                            warehouse,
                            Policies.DEFAULT,
                            Limits.DEFAULT,
                            InstantSource.system(),
                            Progress.NONE)
                    .load(marker);
            assertThat(result.count(FileAction.NEW)).isEqualTo(marker.files().size());
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    /** Medians, in seconds. */
    private record Ratio(double full, double empty) {

        double value() {
            return full / empty;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s, into an empty table %.2f s: %.2fx", full, empty, value());
        }
    }
}
