package dev.wau.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.check.Check;
import dev.wau.check.Check.State;
import dev.wau.load.Warehouse;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.warehouse.MemoryWarehouse;
import dev.wau.warehouse.Look;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarehouseChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final String URL = "jdbc:postgresql://db/wau?user=a";

    private static List<Check> look(Supplier<Look> looking, Supplier<Warehouse> opening) {
        return Found.by(checks -> new WarehouseChecks(URL, 3, checks, () -> NOW).look(looking, opening));
    }

    private static List<Check> look(@Nullable Integer form, Instant now) {
        return look(() -> new Look("PostgreSQL 17.4", now, form, List.of()), MemoryWarehouse::new);
    }

    @Test
    void aWarehouseOfThisFormIsReadToo() {
        assertThat(look(3, NOW))
                .extracting(Check::name)
                .containsExactly(
                        "opens the warehouse jdbc:postgresql://db/wau",
                        "this machine's clock goes with that of the warehouse's server",
                        "the tables in PostgreSQL 17.4 are of this wau's form, 3",
                        "reads wau's tables");
        assertThat(look(3, NOW)).extracting(Check::state).containsOnly(State.OK);
        assertThat(look(null, NOW))
                .last()
                .extracting(Check::name)
                .isEqualTo("PostgreSQL 17.4 has no tables of wau's yet: the first load makes them");
    }

    @ParameterizedTest
    @CsvSource({"2,NOTE,wau load", "4,WRONG,use the newer wau"})
    void tablesOfAnotherFormAreFound(int form, State state, String fix) {
        Check check = Found.other(look(form, NOW));

        assertThat(check.state()).isEqualTo(state);
        assertThat(check.problem()).startsWith("they are of form " + form);
        assertThat(check.fix()).startsWith(fix);
    }

    @ParameterizedTest
    @CsvSource({"60,NOTE", "-60,NOTE", "301,WRONG"})
    void aClockThatIsOffIsFound(long seconds, State state) {
        assertThat(Found.other(look(3, NOW.plusSeconds(seconds))).state()).isEqualTo(state);
    }

    @Test
    void aWarehouseThatCannotBeReachedIsWrong() {
        Check check = Found.other(look(
                () -> {
                    throw new WauException(ErrorCode.WAREHOUSE_FAILED, "Cannot connect: refused");
                },
                MemoryWarehouse::new));

        assertThat(check.state()).isEqualTo(State.WRONG);
        assertThat(check.problem()).isEqualTo("Cannot connect: refused");
        assertThat(check.fix()).contains("correct 'warehouse' in wau.yaml");
    }

    @Test
    void tablesThatMayNotBeReadAreWrong() {
        Check check = Found.other(look(() -> new Look("PostgreSQL 17.4", null, 3, List.of()), () -> {
            throw new WauException(ErrorCode.WAREHOUSE_FAILED, "permission denied for table wau_batches");
        }));

        assertThat(check.name()).isEqualTo("reads wau's tables");
        assertThat(check.fix()).contains("SELECT");
    }

    @Test
    void aTableThatIsGoneIsWrongThoughTheOthersCanBeRead() {
        Check check = Found.other(
                look(() -> new Look("PostgreSQL 17.4", null, 3, List.of("wau_audit_logs")), MemoryWarehouse::new));

        assertThat(check.state()).isEqualTo(State.WRONG);
        assertThat(check.problem()).isEqualTo("wau_audit_logs is missing");
        assertThat(check.fix()).contains("from a backup").contains("loads everything anew");
    }
}
