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
}
