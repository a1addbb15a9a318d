package dev.wau.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.analyse.ActiveEvents;
import dev.wau.analyse.ReportRules;
import dev.wau.analyse.Windows;
import dev.wau.collect.LogExport;
import dev.wau.csv.ColumnRoles;
import dev.wau.csv.Dialect;
import dev.wau.csv.Encoding;
import dev.wau.csv.HeaderRule;
import dev.wau.csv.Limits;
import dev.wau.csv.RowIdentity;
import dev.wau.load.ColumnPolicy;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigReaderTest {

    private static final String KEY = "0123456789abcdef";

    @TempDir
    private Path folder;

    @Test
    void aSourceIsEnough() throws IOException {
        WauConfig config = read("""
                customers:
                  acme:
                    source: exports/acme
                """);

        assertThat(config.file()).isEqualTo(folder.resolve("wau.yaml"));
        assertThat(config.central().location().folder()).isEqualTo(folder.resolve("central"));
        assertThat(config.warehouse()).isEqualTo("jdbc:duckdb:" + folder.resolve("wau.duckdb"));
        assertThat(config.policies()).isEqualTo(Policies.DEFAULT);
        assertThat(config.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(config.reports()).isEqualTo(ReportRules.DEFAULT);
        CustomerConfig acme = config.customers().get(0);
        assertThat(acme.source().location().folder()).isEqualTo(folder.resolve("exports/acme"));
        assertThat(acme.source().files()).isEqualTo("**.{csv,CSV}{,.gz,.zst,.GZ,.ZST}");
        assertThat(acme.dialect()).isEqualTo(Dialect.STANDARD);
        assertThat(acme.columns()).isEqualTo(ColumnRoles.STANDARD);
        assertThat(acme.time().description()).isEqualTo("exporter (uuuu-MM-dd HH:mm:ss[.f]), zone UTC");
        assertThat(acme.personalData().drop()).containsExactly("ip_address");
        assertThat(acme.personalData().hash()).isEmpty();
    }

    @Test
    void aServersWarehouseIsTakenAsItStands() throws IOException {
        String url = "jdbc:postgresql://db.example:5432/wau?user=loader&sslmode=verify-full&currentSchema=audit";

        assertThat(read("warehouse: " + url + "\ncustomers: {acme: {source: acme}}\n", Map.of())
                        .warehouse())
                .isEqualTo(url);
    }

    @Test
    void redshiftIsToldWhatItsUrlCannotSay() throws IOException {
        WauConfig config = read("""
                central: s3://central-bucket/wau
                warehouse: jdbc:redshift://wg.123456789012.eu-west-1.redshift-serverless.amazonaws.com:5439/wau
                redshift:
                  copy-role: arn:aws:iam::123456789012:role/wau-copy
                  secret: arn:aws:secretsmanager:eu-west-1:123456789012:secret:wau/redshift-AbCdEf
                  schema: audit
                  statement-timeout: 30m
                  copy-timeout: 6h
                customers: {acme: {source: acme}}
                """);

        assertThat(config.redshift())
                .isEqualTo(new RedshiftRules(
                        "arn:aws:iam::123456789012:role/wau-copy",
                        "arn:aws:secretsmanager:eu-west-1:123456789012:secret:wau/redshift-AbCdEf",
                        "audit",
                        Duration.ofMinutes(30),
                        Duration.ofHours(6)));
        assertThat(read("customers: {acme: {source: acme}}").redshift()).isEqualTo(RedshiftRules.DEFAULT);
    }

    @Test
    void everyKeyIsRead() throws IOException {
        WauConfig config = read("""
                central: /data/central
                warehouse: jdbc:duckdb:/data/wau.duckdb;threads=2
                policies: {missing-customers: partial, same-key: append, duplicates: identifier, columns: rescue,
                           max-columns: 50, max-reject-ratio: 0.25}
                limits:
                  max-field-bytes: 64 KiB
                  max-record-bytes: 1MB
                  max-header-columns: 30
                  max-inflated-bytes: 1.5 GiB
                  max-inflation-ratio: 100
                  max-raw-reject-bytes: 10
                personal-data: {drop: [IP-Address, email], hash: userId, key: env:WAU_HASH_KEY}
                active-events: {include: [login, view], exclude: [heartbeat]}
                reports: {zone: Asia/Kathmandu, week-start: sunday}
                customers:
                  acme: {source: acme, personal-data: {drop: phone, hash: [name]}}
                """, Map.of("WAU_HASH_KEY", KEY));

        assertThat(config.central().location().folder()).isEqualTo(Path.of("/data/central"));
        assertThat(config.warehouse()).isEqualTo("jdbc:duckdb:/data/wau.duckdb;threads=2");
        assertThat(config.policies())
                .isEqualTo(new Policies(
                        Policies.MissingCustomers.PARTIAL,
                        Policies.SameKey.APPEND,
                        RowIdentity.IDENTIFIER,
                        ColumnPolicy.RESCUE,
                        50,
                        0.25));
        assertThat(config.limits()).isEqualTo(new Limits(65_536, 1_000_000, 30, 1_610_612_736L, 100, 10));
        assertThat(config.reports().active()).isEqualTo(new ActiveEvents(Set.of("login", "view"), Set.of("heartbeat")));
        assertThat(config.reports().calendar()).isEqualTo(new Windows(ZoneId.of("Asia/Kathmandu"), DayOfWeek.SUNDAY));
        var personal = config.customers().get(0).personalData();
        assertThat(personal.drop()).containsExactlyInAnyOrder("ip_address", "email", "phone");
        assertThat(personal.hash()).containsExactlyInAnyOrder("user_id", "name");
        assertThat(personal.key()).isEqualTo(KEY);
        assertThat(config.toString()).doesNotContain(KEY);
    }

    @Test
    void customersInheritDefaultsKeyByKey() throws IOException {
        WauConfig config = read("""
                defaults:
                  files: "*.log"
                  dialect: {delimiter: ;, encoding: windows-1252, preamble-lines: 2}
                  columns: {timestamp: [Date, Time], user_agent: none}
                  time: {format: dd-MM-yyyy HH:mm, zone: Europe/Berlin}
                customers:
                  acme:
                    source: acme
                  globex:
                    source: globex
                    files: "**"
                    dialect: {delimiter: tab, quote: "'", header: {given: [when, what]}}
                    columns: {timestamp: when, event: what, user_id: who}
                    time: {format: iso}
                """);
        CustomerConfig acme = config.customers().get(0);
        CustomerConfig globex = config.customers().get(1);

        assertThat(acme.source().files()).isEqualTo("*.log");
        assertThat(acme.dialect())
                .isEqualTo(new Dialect(';', '"', '"', Encoding.WINDOWS_1252, 2, HeaderRule.FIRST_RECORD));
        assertThat(acme.columns())
                .isEqualTo(new ColumnRoles(List.of("Date", "Time"), "event", "userId", null, "unique_identifier"));
        assertThat(acme.time().description()).isEqualTo("'dd-MM-yyyy HH:mm', zone Europe/Berlin");
        assertThat(globex.source().files()).isEqualTo("**");
        assertThat(globex.dialect())
                .isEqualTo(new Dialect(
                        '\t',
                        '\'',
                        '\'',
                        Encoding.WINDOWS_1252,
                        2,
                        new HeaderRule(HeaderRule.Kind.GIVEN, List.of("when", "what"))));
        assertThat(globex.columns())
                .isEqualTo(new ColumnRoles(List.of("when"), "what", "who", null, "unique_identifier"));
        assertThat(globex.time().description()).endsWith("zone Europe/Berlin");
    }

    @Test
    void charactersHaveWords() throws IOException {
        WauConfig config = read("""
                customers:
                  a: {source: a, dialect: {delimiter: "\\t", quote: none}}
                  b: {source: b, dialect: {delimiter: \\t, escape: \\}}
                  c: {source: c, dialect: {escape: none}}
                  d: {source: d, dialect: {quote: none, header: {replaced: [a, b]}}}
                """);

        assertThat(config.customers().stream()
                        .map(customer -> customer.dialect().delimiter()))
                .containsExactly('\t', '\t', ',', ',');
        assertThat(config.customers().stream()
                        .map(customer -> customer.dialect().quote()))
                .containsExactly(Dialect.NONE, '"', '"', Dialect.NONE);
        assertThat(config.customers().stream()
                        .map(customer -> customer.dialect().escape()))
                .containsExactly(Dialect.NONE, '\\', Dialect.NONE, Dialect.NONE);
    }

    @Test
    void placesInTheCloud() throws IOException {
        WauConfig config = read("""
                central: s3://central-bucket/wau
                aws: {region: eu-west-1, encryption: aws:kms, kms-key: abc}
                glue: {job: wau-load, database: audit, table-prefix: raw_, connection: to-redshift}
                defaults: {logs: {window: 1h, late: 2d}}
                customers:
                  acme:
                    source: s3://acme-logs/exports
                    aws: {region: us-east-1, role: 'arn:aws:iam::123456789012:role/wau', external-id: e-1}
                  globex:
                    source: cloudwatch:/ecs/globex
                    logs: {stream-prefix: audit, since: 2026-01-31}
                  soylent:
                    source: s3://arn:aws:s3:eu-west-1:123456789012:accesspoint/soylent/in
                    aws: {endpoint: 'http://localhost:9000'}
                """);

        assertThat(config.central())
                .isEqualTo(new StorePlace(
                        Location.of("s3://central-bucket/wau"),
                        access("eu-west-1", null, null, null),
                        "aws:kms",
                        "abc"));
        assertThat(config.glue()).isEqualTo(new GlueRules("wau-load", "audit", "raw_", "to-redshift"));
        assertThat(config.glueJob()).isEqualTo("wau-load");
        assertThat(config.customers())
                .extracting(customer -> customer.source().access())
                .containsExactly(
                        access("us-east-1", null, "arn:aws:iam::123456789012:role/wau", "e-1"),
                        access("eu-west-1", null, null, null),
                        access("eu-west-1", "http://localhost:9000", null, null));
        assertThat(config.customers().get(1).source().logs())
                .isEqualTo(new LogExport(
                        "audit", Duration.ofHours(1), Duration.ofDays(2), Instant.parse("2026-01-31T00:00:00Z")));
        assertThat(config.customers().get(2).source().location().name())
                .isEqualTo("arn:aws:s3:eu-west-1:123456789012:accesspoint/soylent/in");
    }

    private static CloudAccess access(
            @Nullable String region, @Nullable String endpoint, @Nullable String role, @Nullable String externalId) {
        return new CloudAccess(region, endpoint, role, externalId);
    }

    @Test
    void theEnvironmentOverridesTheFile() throws IOException {
        WauConfig config = read(
                "{central: a, customers: {acme: {source: b}}}",
                Map.of("WAU_CENTRAL", "/other", "WAU_WAREHOUSE", "jdbc:duckdb:other.duckdb"));

        assertThat(config.central().location().folder()).isEqualTo(Path.of("/other"));
        assertThat(config.warehouse()).isEqualTo("jdbc:duckdb:" + folder.resolve("other.duckdb"));
    }

    @Test
    void aHashIgnoresTheDefaultDropOfItsColumn() throws IOException {
        WauConfig config =
                read("{personal-data: {hash: ip_address, key: env:K}, customers: {a: {source: a}}}", Map.of("K", KEY));

        assertThat(config.customers().get(0).personalData().drop()).isEmpty();
        assertThat(config.customers().get(0).personalData().hash()).containsExactly("ip_address");
    }

    @Test
    void theKeyIsNeededOnlyToHash() throws IOException {
        assertThat(read("{personal-data: {key: env:NO_SUCH}, customers: {a: {source: a}}}")
                        .customers())
                .hasSize(1);
    }

    @Test
    void aMissingFileSaysHowToMakeOne() {
        assertThatThrownBy(() -> ConfigReader.read(folder.resolve("none.yaml"), Map.of()))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
                .hasMessage("Cannot find " + folder.resolve("none.yaml") + " (`wau init` writes a commented one)");
    }

    private WauConfig read(String text) throws IOException {
        return read(text, Map.of());
    }

    private WauConfig read(String text, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(folder.resolve("wau.yaml"), text);
        return ConfigReader.read(file, environment);
    }

    /** Redshift's own secrets have a '!' in their names. */
    @Test
    void variablesGoBeforeWhatIsSaidOfGlueAndTheSecret() throws IOException {
        String secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:redshift!wau-test-wau_admin-AbCdEf";
        Path file = Files.writeString(folder.resolve("wau.yaml"), """
                        central: s3://central-bucket
                        warehouse: jdbc:redshift://h:5439/d
                        glue: {job: mine, database: mine}
                        redshift: {secret: mine}
                        customers: {acme: {source: "s3://acme-exports"}}
                        """);
        WauConfig config = ConfigReader.read(
                file,
                Map.of(
                        "WAU_GLUE_JOB", "wau-test-load",
                        "WAU_GLUE_DATABASE", "wau_test",
                        "WAU_GLUE_CONNECTION", "wau-test-warehouse",
                        "WAU_REDSHIFT_SECRET", secret));
        assertThat(config.glue()).isEqualTo(new GlueRules("wau-test-load", "wau_test", "", "wau-test-warehouse"));
        assertThat(config.redshift().secret()).isEqualTo(secret);
    }
}
