package dev.wau.warehouse.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wau.warehouse.Look;
import dev.wau.warehouse.Warehouses;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What Redshift says of itself. */
class RedshiftLookIT {

    @Test
    void itTellsItsVersionItsTimeAndTheFormOfOurTables() {
        String url = TestingRedshift.standIn().url();

        Look before = Warehouses.look(url, TestingRedshift.setting());
        assertThat(before.product()).isEqualTo("Redshift");
        assertThat(Objects.requireNonNull(before.now())).isCloseTo(Instant.now(), within(30, ChronoUnit.SECONDS));
        assertThat(before.form()).isNull();

        TestingRedshift.open(url).close();
        assertThat(Warehouses.look(url, TestingRedshift.setting()).form()).isEqualTo(Warehouses.form());
    }

    @Test
    void aRealOneTellsItsOwnVersionBehindPostgreSqls() {
        assertThat(RedshiftWarehouse.product("PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc (GCC) 3.4.2"
                        + " 20041017 (Red Hat 3.4.2-6.fc3), Redshift 1.0.77467"))
                .isEqualTo("Redshift 1.0.77467");
    }
}
