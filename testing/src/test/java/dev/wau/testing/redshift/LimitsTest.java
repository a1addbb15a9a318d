package dev.wau.testing.redshift;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT table_name FROM svv_tables WHERE table_schema = current_schema()",
                "INSERT INTO files SELECT current_schema()",
                "SELECT min(a) OVER (PARTITION BY b ORDER BY c) FROM files",
                "SELECT count(*) OVER (ORDER BY c) FROM files",
                "CREATE TABLE files (a SUPER) DISTKEY(a)",
                "CREATE TABLE files (a BIGINT, b VARBYTE) SORTKEY(a, b)",
                "CREATE TABLE files (a VARBYTE DISTKEY)",
                "CREATE TABLE files (a BIGINT) DISTKEY(b)",
                "CREATE TABLE files (a BIGINT) DISTSTYLE EVEN DISTKEY(a)",
                "CREATE TABLE files (a BIGINT) DISTSTYLE KEY",
                "CREATE TABLE files (a BIGINT DISTKEY, b BIGINT DISTKEY)",
                "CREATE TABLE IF NOT EXISTS files AS SELECT 1 AS a",
                "SELECT sum(a)::NUMERIC FROM files",
                "UPDATE files SET a = b.c FROM b LEFT JOIN d ON b.e = d.e WHERE files.f = b.f"
            })
    void whatRedshiftCannotDoIsRefused(String sql) {
        assertThatThrownBy(() -> require(sql)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT current_schema()",
                "SELECT min(a) OVER (PARTITION BY b) FROM files",
                "SELECT lag(a) OVER (ORDER BY c), row_number() OVER (ORDER BY c) FROM files",
                "SELECT sum(a) OVER (ORDER BY c ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM files",
                "CREATE TABLE files (a VARCHAR(36) DISTKEY, b TIMESTAMP SORTKEY, c SUPER)",
                "CREATE TABLE files (a VARCHAR(36), b TIMESTAMP) DISTSTYLE KEY DISTKEY(a) COMPOUND SORTKEY(b, a)",
                "CREATE TEMP TABLE files DISTSTYLE EVEN SORTKEY(a) AS SELECT 1 AS a",
                "CREATE TABLE IF NOT EXISTS files (a BIGINT)",
                "SELECT sum(a)::NUMERIC(38, 0) FROM files",
                "UPDATE files SET a = b.c FROM (SELECT c, f FROM b LEFT JOIN d ON b.e = d.e) AS b WHERE files.f = b.f"
            })
    void whatItCanDoPasses(String sql) {
        assertThatCode(() -> require(sql)).doesNotThrowAnyException();
    }

    private static void require(String sql) throws Refusal {
        Limits.require(Tokens.of(sql));
    }
}
