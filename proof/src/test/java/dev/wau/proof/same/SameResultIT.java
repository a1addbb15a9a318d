package dev.wau.proof.same;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.Finding;
import dev.wau.load.LoadHistory;
import dev.wau.load.Verifier;
import dev.wau.load.Warehouse;
import dev.wau.progress.Progress;
import dev.wau.proof.WarehouseKind;
import dev.wau.proof.process.Cli;
import dev.wau.proof.same.Checksums.Checksum;
import dev.wau.store.LocalFolder;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads the same files, in another order each, into DuckDB, PostgreSQL and Redshift's stand-in, into the last by a Spark
 * cluster too: the tables are equal in all columns but run ids and times and, of records that stand in several files, lineage
 * and {@code unique_identifier}.
 */
final class SameResultIT {

    private static final Path SHARED = Path.of(System.getProperty("wau.shared.data", "../../shared/data"));

    @TempDir
    Path folder = Path.of("");

    private final Way duckDb = new OneMachine(WarehouseKind.DUCKDB);
    private final Way postgreSql = new OneMachine(WarehouseKind.POSTGRESQL);
    private final Way redshift = new OneMachine(WarehouseKind.REDSHIFT);
    private final Way spark = new OnCluster();

    @Test
    void the_trap_corpus() throws IOException {
        requireSame(Traps.in(folder.resolve("traps")), List.of(duckDb, postgreSql, redshift, spark));
    }

    @Test
    @Tag("long")
    void the_demo_data() {
        Cli.in(folder).run("demo", "--dir", "demo").requireDone();

        requireSame(store("demo/central"), List.of(duckDb, postgreSql, redshift, spark));
    }

    @Test
    void real_data() throws IOException {
        requireSame(realData(), List.of(duckDb, postgreSql, redshift));
    }

    @Test
    @Tag("long")
    void real_data_by_spark() throws IOException {
        requireSame(realData(), List.of(duckDb, spark));
    }

    private ObjectStore realData() throws IOException {
        assumeThat(SHARED.resolve("cert/logon.csv"))
                .as("the shared data is not here")
                .isReadable();
        Files.writeString(folder.resolve("wau.yaml"), """
                customers:
                  logon:
                    source: "%1$s/cert"
                    files: logon.csv
                    columns: {timestamp: date, event: activity, user_id: user, unique_identifier: id}
                    time: {format: "MM/dd/yyyy HH:mm:ss", zone: UTC}
                  device:
                    source: "%1$s/cert"
                    files: device.csv
                    columns: {timestamp: date, event: activity, user_id: user, unique_identifier: id}
                    time: {format: "MM/dd/yyyy HH:mm:ss", zone: UTC}
                  server:
                    source: "%1$s/postgres-csvlog"
                    dialect:
                      header: {given: [log_time, user_name, database_name, process_id, connection_from, session_id,
                        session_line_num, command_tag, session_start_time, virtual_transaction_id, transaction_id,
                        error_severity, sql_state_code, message, detail, hint, internal_query, internal_query_pos, context,
                        query, query_pos, location, application_name, backend_type, leader_pid, query_id]}
                    columns: {timestamp: log_time, event: error_severity, user_id: user_name}
                    time: {format: iso, zone: UTC}
                  openstack:
                    source: "%1$s/loghub"
                    columns: {timestamp: [Date, Time], event: EventId}
                """.formatted(
                        SHARED.toAbsolutePath().normalize()));
        Cli.in(folder).run("aggregate").requireDone();
        return store("central");
    }

    private ObjectStore store(String name) {
        return new LocalFolder(folder.resolve(name));
    }

    private void requireSame(ObjectStore central, List<Way> ways) {
        List<StoredObject> files;
        try (Stream<StoredObject> objects = central.list("csv/")) {
            files = objects.toList();
        }
        Map<String, Checksum> expected = Map.of();
        for (Way way : ways) {
            try (Warehouse warehouse = way.load(central, inLoads(files, way), folder)) {
                Map<String, Checksum> found = Checksums.of(warehouse);
                expected = expected.isEmpty() ? found : expected;
                assertThat(found).as(way.toString()).isEqualTo(expected).isNotEmpty();
                requireVerified(central, warehouse, way);
            }
        }
    }

    private static void requireVerified(ObjectStore central, Warehouse warehouse, Way way) {
        Verifier verifier = new Verifier(
                central,
                warehouse.history(),
                Policies.DEFAULT,
                Limits.DEFAULT.withFieldsOf(warehouse.longestText()),
                Progress.NONE);
        assertThat(verifier.verify(LoadHistory.Filter.ALL).findings())
                .filteredOn(finding -> finding.kind() != Finding.Kind.NOT_LOADED)
                .as(way.toString())
                .isEmpty();
    }

    /** In any order, which is another for each way. */
    private static List<List<StoredObject>> inLoads(List<StoredObject> all, Way way) {
        List<StoredObject> files = new ArrayList<>(all);
        Collections.shuffle(files, new Random(way.toString().hashCode()));
        return IntStream.range(0, way.loads())
                .mapToObj(load ->
                        files.subList(files.size() * load / way.loads(), files.size() * (load + 1) / way.loads()))
                .toList();
    }
}
