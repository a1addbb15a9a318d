package dev.wau.warehouse.postgresql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.WauException;
import org.junit.jupiter.api.Test;

class PostgresTablesTest {

    @Test
    void aServerBeforePostgreSql13IsRefused() {
        assertThatThrownBy(() -> PostgresTables.requireVersion(120_022, "jdbc:postgresql://db/wau"))
                .isInstanceOf(WauException.class)
                .hasMessage(
                        "Cannot use the warehouse jdbc:postgresql://db/wau: it is PostgreSQL 12 (wau needs 13 or newer)");
        assertThatCode(() -> PostgresTables.requireVersion(130_000, "jdbc:postgresql://db/wau"))
                .doesNotThrowAnyException();
    }
}
