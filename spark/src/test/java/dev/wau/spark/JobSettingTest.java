package dev.wau.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.catalog.JobPlaces;
import dev.wau.collect.Connectors;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.catalog.MemoryTableCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobSettingTest {

    private static final String REDSHIFT =
            "jdbc:redshift:iam://wau.1.eu-west-1.redshift-serverless.amazonaws.com:5439/dev";

    private static final String PLAIN = "jdbc:redshift://wau.1.eu-west-1.redshift-serverless.amazonaws.com:5439/dev";

    @TempDir
    private Path folder;

    private String redshift = "";

    private JobSetting of(String line) throws IOException {
        Files.writeString(folder.resolve("wau.yaml"), """
                central: ./central
                customers: {acme: {source: ./acme}}
                """ + redshift + "\n");
        String arguments = line.replace("wau.yaml", folder.resolve("wau.yaml").toString());
        return JobSetting.of(
                JobArguments.of(List.of(arguments.split(" "))),
                Connectors.folders(InstantSource.system()),
                new JobPlaces(new MemoryTableCatalog()),
                Map.of());
    }

    @Test
    void a_target_goes_before_the_warehouse_of_the_configuration() throws IOException {
        assertThat(of("--wau-config wau.yaml --wau-target " + REDSHIFT).warehouse())
                .isEqualTo(REDSHIFT);
    }

    @Test
    void places_are_enough() throws IOException {
        JobSetting setting = of("--wau-central s3://central/wau --wau-target " + REDSHIFT);

        assertThat(setting.central().location()).hasToString("s3://central/wau");
    }

    @Test
    void a_secret_and_a_role_go_before_those_of_the_configuration() throws IOException {
        redshift = "redshift: {secret: of-yaml, copy-role: default, schema: audit}";
        String role = "arn:aws:iam::123456789012:role/copy";
        String target = "--wau-config wau.yaml --wau-target " + PLAIN;

        assertThat(of(target).redshift().secret()).isEqualTo("of-yaml");
        JobSetting told = of(target + " --wau-secret of-argument --wau-copy-role " + role);
        assertThat(told.warehouse()).isEqualTo(PLAIN);
        assertThat(told.redshift().secret()).isEqualTo("of-argument");
        assertThat(told.redshift().copyRole()).isEqualTo(role);
        assertThat(told.redshift().schema()).isEqualTo("audit");
    }

    @Test
    void no_configuration_is_needed_for_them() throws IOException {
        String secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:wau/load-AbCdEf";
        JobSetting setting = of("--wau-central s3://central/wau --wau-target " + PLAIN + " --wau-secret " + secret);

        assertThat(setting.redshift().secret()).isEqualTo(secret);
        assertThat(setting.redshift().copyRole()).isEqualTo("default");
    }

    @Test
    void user_and_password_come_from_one_place() {
        assertThatThrownBy(
                        () -> of("--wau-central s3://central/wau --wau-target " + REDSHIFT + " --wau-secret wau/load"))
                .isInstanceOfSatisfying(
                        WauException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
                .hasMessage("Invalid --wau-secret: the warehouse's URL asks IAM for user and password (leave out the"
                        + " secret, or 'iam:' in the URL)");
    }

    @ParameterizedTest
    @CsvSource({
        "--wau-config wau.yaml",
        "--wau-config wau.yaml --wau-target jdbc:duckdb:/tmp/a.duckdb",
        "--wau-config wau.yaml --wau-target jdbc:postgresql://host/wau?password=secret"
    })
    void another_warehouse_is_refused(String line) {
        assertThatThrownBy(() -> of(line))
                .isInstanceOfSatisfying(
                        WauException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                .hasMessageContaining("this job loads Redshift")
                .hasMessageNotContaining("secret");
    }

    /** Glue has no variables to put it in, and the load reads no customer's source. */
    @Test
    void the_key_of_hashes_is_not_needed() throws IOException {
        Path file = Files.writeString(folder.resolve("hashed.yaml"), """
                central: ./central
                personal-data: {hash: [userId], key: "env:WAU_HASH_KEY"}
                customers: {acme: {source: "s3://acme-exports"}}
                """);
        assertThat(of("--wau-config " + file + " --wau-target " + REDSHIFT).warehouse())
                .isEqualTo(REDSHIFT);
    }
}
