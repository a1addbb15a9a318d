package dev.wau.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DuckDbUrlTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:duckdb:/data/wau.duckdb, /data/wau.duckdb, ''",
        "jdbc:duckdb:./wau.duckdb;threads=2, ./wau.duckdb, ;threads=2",
        "jdbc:duckdb:a b.duckdb;threads=2;memory_limit=2GB;, a b.duckdb, ;threads=2;memory_limit=2GB;",
        "jdbc:duckdb:w.duckdb;, w.duckdb, ;",
        "jdbc:duckdb:, '', ''",
        "jdbc:duckdb:;threads=1, '', ;threads=1",
        "jdbc:duckdb::memory:;threads=1, :memory:, ;threads=1"
    })
    void theFirstSemicolonEndsThePath(String text, String path, String settings) {
        DuckDbUrl url = DuckDbUrl.of(text);

        assertThat(url).isEqualTo(new DuckDbUrl(path, settings));
        assertThat(url.url()).isEqualTo(text);
        assertThat(url.isInMemory()).isEqualTo(path.isEmpty() || path.equals(":memory:"));
    }

    @Test
    void aSettingIsFoundUnderEachOfItsNames() {
        DuckDbUrl url = DuckDbUrl.of("jdbc:duckdb:threads=9.duckdb; MAX_MEMORY = 2GB;checkpoint_threshold=16MB;");

        assertThat(url.sets("memory_limit", "max_memory")).isTrue();
        assertThat(url.sets("checkpoint_threshold")).isTrue();
        assertThat(url.sets("threads", "worker_threads")).isFalse();
        assertThat(DuckDbUrl.of("jdbc:duckdb:w.duckdb").sets("threads")).isFalse();
    }

    @Test
    void anotherFileGetsTheSameSettings() {
        assertThat(DuckDbUrl.of("jdbc:duckdb:a;threads=2").at(Path.of("b")).url())
                .isEqualTo("jdbc:duckdb:b;threads=2");
    }

    @Test
    void itsTextHasNoSettings() {
        assertThat(DuckDbUrl.of("jdbc:duckdb:a;s3_secret_access_key=x")).hasToString("jdbc:duckdb:a");
    }

    @Test
    void anotherSchemeIsNone() {
        assertThatThrownBy(() -> DuckDbUrl.of("jdbc:postgresql://host/wau"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("it doesn't begin with jdbc:duckdb:");
    }
}
