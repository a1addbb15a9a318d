package dev.wau.warehouse.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wau.model.WauException;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Look;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.Warehouses;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the server says of itself. */
class PostgresLookIT {

    private static final WarehouseSetting SETTING =
            WarehouseSetting.of(Access.READ_ONLY, Patience.of(Duration.ofSeconds(2)));

    @Test
    void itTellsItsVersionItsTimeAndTheFormOfOurTables() throws SQLException {
        String url = TestingPostgres.newSchema();
        try {
            Look before = Warehouses.look(url, SETTING);
            assertThat(before.product()).startsWith("PostgreSQL 1");
            assertThat(Objects.requireNonNull(before.now())).isCloseTo(Instant.now(), within(30, ChronoUnit.SECONDS));
            assertThat(before.form()).isNull();
            assertThat(before.missing()).isEmpty();

            Warehouses.open(url, Access.READ_WRITE).close();
            assertThat(Warehouses.look(url, SETTING).form()).isEqualTo(Warehouses.form());

            TestingPostgres.execute(url, "UPDATE wau_settings SET value = '99' WHERE name = 'schema_version'");
            assertThat(Warehouses.look(url, SETTING).form()).isEqualTo(99);
        } finally {
            TestingPostgres.drop(url);
        }
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> Warehouses.look("jdbc:postgresql://localhost:1/wau?user=nobody", SETTING))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("jdbc:postgresql://localhost:1/wau");
    }

    @Test
    void aTableThatIsGoneIsFoundAndNothingReadsOrMakesItAnew() throws SQLException {
        String url = TestingPostgres.newSchema();
        try {
            Warehouses.open(url, Access.READ_WRITE).close();
            TestingPostgres.execute(url, "DROP TABLE wau_audit_logs CASCADE");

            assertThat(Warehouses.look(url, SETTING).missing()).containsExactly("wau_audit_logs");
            for (Access access : Access.values()) {
                assertThatThrownBy(() -> Warehouses.open(url, access))
                        .isInstanceOf(WauException.class)
                        .hasMessageContaining("wau_audit_logs is missing (put what is missing back from a backup");
            }
        } finally {
            TestingPostgres.drop(url);
        }
    }

    @Test
    void tablesThatThisUserMayNotReadAreNotTakenForNone() throws SQLException {
        String url = TestingPostgres.newSchema();
        String schema = url.substring(url.lastIndexOf('=') + 1);
        String reader = url.replace("user=postgres", "user=" + schema);
        try {
            Warehouses.open(url, Access.READ_WRITE).close();
            TestingPostgres.execute(url, "CREATE ROLE " + schema + " LOGIN");
            TestingPostgres.execute(url, "GRANT USAGE ON SCHEMA " + schema + " TO " + schema);
            assertThatThrownBy(() -> Warehouses.look(reader, SETTING))
                    .isInstanceOf(WauException.class)
                    .hasMessageContaining("permission denied for table wau_settings")
                    .hasMessageContaining("SELECT on wau's tables");

            TestingPostgres.execute(url, "GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + schema);
            Warehouses.open(reader, Access.READ_ONLY).close();

            TestingPostgres.execute(url, "REVOKE SELECT ON wau_audit_logs FROM " + schema);
            assertThatThrownBy(() -> Warehouses.open(reader, Access.READ_ONLY))
                    .isInstanceOf(WauException.class)
                    .hasMessageContaining("permission denied for wau_audit_logs (grant SELECT");
        } finally {
            TestingPostgres.drop(url);
            TestingPostgres.execute(url, "DROP ROLE IF EXISTS " + schema);
        }
    }
}
