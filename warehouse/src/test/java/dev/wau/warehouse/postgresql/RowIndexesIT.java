package dev.wau.warehouse.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.RowIdentity;
import dev.wau.load.FileToLoad;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Warehouse;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.testing.warehouse.ByHand;
import dev.wau.testing.warehouse.TestingLoads;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the rows have their indexes, and which. */
final class RowIndexesIT {

    private static final String CSV = "timestamp,event,userId,uniqueIdentifier\n2025-01-01 08:00:00,read,ann,id-1\n";
    private static final String FILE = "wau_audit_logs_file (file_id)";
    private static final String BY_FINGERPRINT =
            "wau_audit_logs_identity UNIQUE (customer, event_time, event_hash, occurrence)";
    private static final String BY_IDENTIFIER = "wau_audit_logs_identity UNIQUE (customer, event_hash, occurrence)";
    private static final String TIME = "wau_audit_logs_time (customer, event_time)";

    private final String url = TestingPostgres.newSchema();
    private final Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE);
    private final TestingLoads loads = new TestingLoads(warehouse);

    @AfterEach
    void close() {
        warehouse.close();
        TestingPostgres.drop(url);
    }

    @Test
    void aNewTableHasNoneUntilItsFirstRows() {
        assertThat(indexes()).isEmpty();
        load("c/1.csv");
        assertThat(indexes()).containsExactly(FILE, BY_FINGERPRINT);
    }

    @Test
    void byIdentifierTheTimeHasOneOfItsOwn() {
        loads.identity(RowIdentity.IDENTIFIER);
        load("c/1.csv");
        assertThat(indexes()).containsExactly(FILE, BY_IDENTIFIER, TIME);
    }

    @Test
    void whereEveryRowIsKeptNoneIsUnique() {
        loads.identity(RowIdentity.NONE);
        load("c/1.csv");
        assertThat(indexes()).containsExactly(FILE, TIME);
    }

    @Test
    void aRunThatIsRolledBackLeavesNone() {
        try (LoadTransaction transaction = warehouse.begin(loads.run())) {
            FileToLoad file = loads.file(transaction.nextFileId(), "c/1.csv", CSV);
            transaction.enter(transaction.stage(List.of(file), TestingLoads.stage()));
        }
        assertThat(indexes()).isEmpty();
        load("c/1.csv");
        assertThat(indexes()).containsExactly(FILE, BY_FINGERPRINT);
    }

    @Test
    void aRunWithoutFilesChoosesTheIdentityOnly() {
        loads.change(transaction -> {});
        assertThat(indexes()).isEmpty();
        load("c/1.csv");
        assertThat(indexes()).containsExactly(FILE, BY_FINGERPRINT);
    }

    @Test
    void whatAnEarlierRunChoseInVainGivesWay() {
        ByHand.execute(
                url,
                "CREATE UNIQUE INDEX wau_audit_logs_identity ON wau_audit_logs (customer, event_hash, occurrence)");
        load("c/1.csv");
        assertThat(indexes()).containsExactly(FILE, BY_FINGERPRINT);
    }

    @Test
    void oneThatSomebodyDroppedIsMadeAgain() {
        load("c/1.csv");
        ByHand.execute(url, "DROP INDEX wau_audit_logs_identity");
        ByHand.execute(url, "DROP INDEX wau_audit_logs_file");
        load("c/2.csv");
        assertThat(indexes()).containsExactly(FILE, BY_FINGERPRINT);
        assertThat(loads.table()).hasSize(1);
    }

    /** What an autovacuum holds; it gives way later than a run waits for another run. */
    @Test
    void theFirstLoadWaitsForWhoCleansUpTheTable() throws Exception {
        try (Connection vacuum = DriverManager.getConnection(url);
                Statement statement = vacuum.createStatement()) {
            vacuum.setAutoCommit(false);
            statement.execute("LOCK TABLE wau_audit_logs IN SHARE UPDATE EXCLUSIVE MODE");
            Thread end = new Thread(() -> endAfterAWhile(vacuum));
            end.start();
            load("c/1.csv");
            end.join();
        }
        assertThat(indexes()).containsExactly(FILE, BY_FINGERPRINT);
    }

    private static void endAfterAWhile(Connection connection) {
        try {
            Thread.sleep(2_500);
            connection.rollback();
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void load(String path) {
        loads.load(path, CSV);
    }

    /** Each with its columns, in the order of their names. */
    private List<String> indexes() {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT indexname, indexdef FROM pg_indexes"
                        + " WHERE schemaname = current_schema() AND tablename = 'wau_audit_logs' ORDER BY 1")) {
            List<String> indexes = new ArrayList<>();
            while (row.next()) {
                String definition = row.getString("indexdef");
                indexes.add(row.getString("indexname")
                        + (definition.startsWith("CREATE UNIQUE") ? " UNIQUE " : " ")
                        + definition.substring(definition.indexOf('(')));
            }
            return indexes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
