package dev.wau.testing.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentedSqlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "SELECT count(*) FILTER (WHERE line > 1) FROM files; FILTER",
                "SELECT a FROM files WHERE a IN (SELECT unnest($1)); unnest",
                "INSERT INTO files VALUES (1) ON CONFLICT DO NOTHING; CONFLICT",
                "SELECT DISTINCT ON (a) a FROM files; DISTINCT ON",
                "SELECT a::UUID FROM files; UUID",
                "SELECT CAST(a AS UUID) FROM files; UUID",
                "SELECT a::JSONB FROM files; JSONB",
                "SELECT UUID 'a'; 'a'",
                "CREATE TABLE files (a UUID); UUID",
                "CREATE TEMP TABLE files (a BIGINT, b text); text",
                "ALTER TABLE files ADD COLUMN a BYTEA; BYTEA",
                "SELECT a FROM (VALUES (1), (2)) AS rows; ( VALUES",
                "VALUES (1); VALUES (",
                "SELECT a FROM files, LATERAL (SELECT 1) AS b; LATERAL",
                "INSERT INTO files VALUES (1) RETURNING a; RETURNING",
                "SELECT a FROM files WHERE a IS DISTINCT FROM b; IS DISTINCT",
                "SELECT a FROM files WHERE a IS NOT DISTINCT FROM b; IS NOT DISTINCT",
                "SELECT * FROM generate_series(1, 2); generate_series",
                "SELECT string_agg(a, ',') FROM files; string_agg",
                "SELECT ARRAY[1]; ARRAY",
                "SELECT a[1] FROM files; [",
                "SAVEPOINT a; SAVEPOINT a",
                "ROLLBACK TO a; ROLLBACK TO",
                "CREATE INDEX files_a ON files (a); CREATE INDEX",
                "CREATE UNLOGGED TABLE files (a BIGINT); CREATE UNLOGGED",
                "CREATE TEMP TABLE files (a BIGINT) ON COMMIT DROP; ON COMMIT",
                "SELECT a FROM files FOR UPDATE; FOR",
                "SELECT lag(a) OVER (PARTITION BY b ORDER BY a NULLS FIRST) FROM files; NULLS",
                "SELECT a FROM files ORDER BY a COLLATE \"C\"; COLLATE",
                "SELECT $$a$$; $$",
                "SELECT $a$a$a$; $a$",
                "SELECT E'a'; 'a'",
                "SELECT 'a\\b'; 'a\\b'",
                "SELECT a FROM files QUALIFY row_number() OVER (ORDER BY a) = 1; QUALIFY",
                "SELECT * EXCLUDE a FROM files; EXCLUDE",
                "SELECT a -> 'b' FROM files; ->",
                "SELECT a FROM files WHERE a ~ 'b'; ~",
                "SELECT a FROM files WHERE a != 1; !=",
                "SELECT a = ANY($1) FROM files; ANY",
                "SELECT \"unnest\"($1); \"unnest\"",
                "SELECT pg_catalog.unnest($1); pg_catalog",
                "SELECT table_name FROM information_schema.tables; information_schema",
                "SELECT relname FROM pg_class; pg_class",
                "SELECT raw FROM wau_rejects; raw",
                "SELECT tag FROM files; tag",
                "TRUNCATE files; TRUNCATE files",
                "ANALYZE files; ANALYZE files",
                "ALTER TABLE files ADD COLUMN IF NOT EXISTS a BIGINT; ADD COLUMN IF",
                "WITH RECURSIVE a AS (SELECT 1) SELECT * FROM a; RECURSIVE"
            })
    void whatIsNotOnTheListIsRefused(String sql, String word) {
        assertThatThrownBy(() -> require(sql))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not on the list of documented SQL: " + word + " in ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE IF NOT EXISTS wau.files (file_id BIGINT NOT NULL ENCODE AZ64, name VARCHAR(65535), d SUPER)"
                        + " BACKUP YES DISTSTYLE KEY DISTKEY(file_id) COMPOUND SORTKEY(file_id, name)",
                "CREATE TEMP TABLE taken DISTKEY(event_hash) AS SELECT event_hash, count(*) AS entered FROM staged GROUP BY 1",
                "ALTER TABLE files ADD COLUMN \"raw\" VARCHAR(65535)",
                "INSERT INTO files (file_id, name) VALUES ($1, $2), (3, 'it''s')",
                "INSERT INTO files SELECT s.a, JSON_PARSE(s.details) FROM staged AS s WHERE NOT EXISTS"
                        + " (SELECT 1 FROM taken t WHERE t.event_hash = s.event_hash)",
                "UPDATE files SET state = 'left' FROM gone WHERE gone.file_id = files.file_id",
                "DELETE FROM files USING gone WHERE gone.file_id = files.file_id",
                "WITH weeks (week, number) AS (SELECT 1, 2), b AS (SELECT 3) SELECT week FROM weeks, b UNION ALL SELECT 1",
                "SELECT min(line) OVER (PARTITION BY a ORDER BY b ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM c",
                "SELECT CASE WHEN a IN (1, 2) THEN CAST(b AS VARCHAR(36)) ELSE b::VARCHAR(36) END FROM files -- as it is",
                "SELECT DATEDIFF(microsecond, TIMESTAMP '1970-01-01 00:00:00', event_time) /* all */ FROM files",
                "SELECT EXTRACT(day FROM DATE '2026-01-01'), DATE_TRUNC('week', a), a || 'b' FROM files LIMIT 10",
                "SELECT column_name FROM svv_columns WHERE table_schema = 'wau' ORDER BY ordinal_position DESC",
                "COPY staged FROM 's3://b/m' IAM_ROLE 'arn:aws:iam::0:role/r' FORMAT AS PARQUET MANIFEST",
                "LOCK wau_writer",
                "BEGIN",
                "SET statement_timeout TO 1000",
                "DROP TABLE IF EXISTS staged;"
            })
    void whatIsOnTheListPasses(String sql) {
        assertThatCode(() -> require(sql)).doesNotThrowAnyException();
    }

    @Test
    void everyRowOfTheListNamesItsPage() throws IOException {
        try (InputStream list = DocumentedSql.class.getResourceAsStream("redshift-sql.md")) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .filteredOn(line -> line.matches("\\| (?!kind|refused)[a-z ]+ \\| .*"))
                    .hasSizeGreaterThan(100)
                    .allMatch(line -> line.replace("\\|", "")
                            .matches("\\|[^|]+\\| `[^|`]*` \\| `[A-Za-z0-9_-]+\\.html` \\|.*\\|"));
        }
    }

    private static void require(String sql) throws Refusal {
        DocumentedSql.LISTED.require(Tokens.of(sql));
    }
}
