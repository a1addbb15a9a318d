package dev.wau.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as DuckDB 2.0.0 gave them. */
final class DuckDbErrorsTest {

    private static final String ADVICE = "\n\nPossible solutions:\n* Reducing the number of threads (SET threads=X)";

    @ParameterizedTest
    @ValueSource(strings = {"Out of Memory Error: ", "TransactionContext Error: Failed to commit: "})
    void memorySaysHowToGiveMore(String type) {
        SQLException e =
                new SQLException(type + "failed to pin block of size 256.0 KiB (399.8 MiB/400.0 MiB used)" + ADVICE);

        WauException failure = DuckDbErrors.failure(e, "Cannot load");

        assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT_REACHED);
        assertThat(failure)
                .hasMessage("Cannot load: DuckDB's memory of 400.0 MiB is not enough (failed to pin block of size"
                        + " 256.0 KiB): nothing of it is kept; give it more in the warehouse's URL, for example\n"
                        + "  warehouse: jdbc:duckdb:./wau.duckdb;memory_limit=2GB");
    }

    @Test
    void theTemporaryFoldersLimitIsAnother() {
        SQLException e = new SQLException("Out of Memory Error: failed to offload data block of size 256.0 KiB"
                + " (9.9 MiB/10.0 MiB used).\nThis limit was set by the 'max_temp_directory_size' setting.");

        assertThat(DuckDbErrors.failure(e, "Cannot load").code()).isEqualTo(ErrorCode.WAREHOUSE_FAILED);
    }

    @Test
    void anythingElseIsInDuckDbsWords() {
        WauException failure = DuckDbErrors.failure(new SQLException("Catalog Error: no such table"), "Cannot load");

        assertThat(failure.code()).isEqualTo(ErrorCode.WAREHOUSE_FAILED);
        assertThat(failure).hasMessage("Cannot load: Catalog Error: no such table");
        assertThat(DuckDbErrors.failure(new SQLException(), "Cannot load")).hasMessage("Cannot load: null");
    }
}
