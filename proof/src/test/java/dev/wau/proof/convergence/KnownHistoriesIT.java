package dev.wau.proof.convergence;

import dev.wau.proof.ProofSettings;
import dev.wau.proof.WarehouseKind;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class KnownHistoriesIT {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void a_known_history_ends_in_the_table_that_the_oracle_says(WarehouseKind kind, String name) {
        Objects.requireNonNull(KnownHistories.all().get(name)).run(kind, folder, new Tally());
    }

    static Stream<Arguments> a_known_history_ends_in_the_table_that_the_oracle_says() {
        return Stream.of(WarehouseKind.values())
                .filter(kind -> kind != WarehouseKind.DUCKDB)
                .filter(kind -> kind != WarehouseKind.REDSHIFT || ProofSettings.isLong())
                .flatMap(kind -> KnownHistories.all().keySet().stream().map(name -> Arguments.of(kind, name)));
    }
}
