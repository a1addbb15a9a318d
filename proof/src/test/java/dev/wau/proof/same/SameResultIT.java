package dev.wau.proof.same;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.Finding;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadJob;
import dev.wau.load.Verifier;
import dev.wau.load.Warehouse;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.progress.Progress;
import dev.wau.proof.WarehouseKind;
import dev.wau.proof.process.Cli;
import dev.wau.store.LocalFolder;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import dev.wau.testing.corpus.CsvCase;
import dev.wau.testing.corpus.CsvCorpus;
import dev.wau.testing.load.TableContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads the same files, in another order each, into DuckDB, PostgreSQL and Redshift: the tables are equal in all columns
 * but lineage and {@code unique_identifier}, which may be those of another of several equal records.
 */
final class SameResultIT {

    private static final Path SHARED = Path.of(System.getProperty("wau.shared.data", "../../shared/data"));

    @TempDir
    Path folder = Path.of("");

    /** Each as if it were the central bucket's: what another dialect makes of it is one more trap. */
    @Test
    void the_trap_corpus() throws IOException {
        ObjectStore central = store("central");
        int number = 0;
        for (CsvCase trap : CsvCorpus.cases()) {
            byte[] file = trap.file().open().readAllBytes();
            number++;
            put(central, "acme", "trap-" + number + ".csv", file);
            put(central, "zeta", "trap-" + number + ".csv", file);
        }

        requireSame(central);
    }

    @Test
    @Tag("long")
    void the_demo_data() {
        Cli.in(folder).run("demo", "--dir", "demo").requireDone();

        requireSame(store("demo/central"));
    }

    @Test
    void real_data() throws IOException {
        assumeThat(SHARED.resolve("cert/logon.csv"))
                .as("the shared data is not here")
                .isReadable();
        Files.writeString(folder.resolve("wau.yaml"), """
                defaults:
                  columns: {timestamp: date, event: activity, user_id: user, unique_identifier: id}
                  time: {format: "MM/dd/yyyy HH:mm:ss", zone: UTC}
                customers:
                  logon:  {source: "%1$s/cert", files: logon.csv}
                  device: {source: "%1$s/cert", files: device.csv}
                """.formatted(
                        SHARED.toAbsolutePath().normalize()));
        Cli.in(folder).run("aggregate").requireDone();

        requireSame(store("central"));
    }

    private ObjectStore store(String name) {
        return new LocalFolder(folder.resolve(name));
    }

    private static void put(ObjectStore central, String customer, String name, byte[] bytes) {
        central.createIfAbsent(ObjectKey.aggregated(new Customer(customer), name), bytes);
    }

    private void requireSame(ObjectStore central) {
        List<StoredObject> files;
        try (Stream<StoredObject> objects = central.list("csv/")) {
            files = objects.toList();
        }
        List<String> expected = null;
        for (WarehouseKind kind : List.of(WarehouseKind.DUCKDB, WarehouseKind.POSTGRESQL, WarehouseKind.REDSHIFT)) {
            try (Warehouse warehouse = kind.create(folder)) {
                loadInParts(
                        central, files, warehouse, new Random(kind.toString().length()));
                List<String> rows = TableContents.of(warehouse);
                expected = expected == null ? rows : expected;
                assertThat(rows.size())
                        .as(kind.toString())
                        .isEqualTo(expected.size())
                        .isPositive();
                assertThat(rows.equals(expected)).as("the rows of " + kind).isTrue();
                assertThat(verifier(central, warehouse)
                                .verify(LoadHistory.Filter.ALL)
                                .findings())
                        .filteredOn(finding -> finding.kind() != Finding.Kind.NOT_LOADED)
                        .as(kind.toString())
                        .isEmpty();
            }
        }
    }

    private static Verifier verifier(ObjectStore central, Warehouse warehouse) {
        return new Verifier(
                central,
                warehouse.history(),
                Policies.DEFAULT,
                Limits.DEFAULT.withFieldsOf(warehouse.longestText()),
                Progress.NONE);
    }

    /** In three loads, of files in any order. */
    private static void loadInParts(ObjectStore central, List<StoredObject> all, Warehouse warehouse, Random random) {
        List<StoredObject> files = new ArrayList<>(all);
        Collections.shuffle(files, random);
        PartOfStore part = new PartOfStore(central);
        for (int third = 1; third <= 3; third++) {
            part.show(files.subList(0, files.size() * third / 3));
            new LoadJob(part, warehouse, Policies.DEFAULT, Limits.DEFAULT, InstantSource.system(), Progress.NONE)
                    .loadListing();
        }
    }
}
