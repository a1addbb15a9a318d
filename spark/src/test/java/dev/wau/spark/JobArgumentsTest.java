package dev.wau.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.load.Bookmark;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobArgumentsTest {

    private static final String CONFIG = "--wau-config s3://conf/wau.yaml";

    private static JobArguments of(String line) {
        return JobArguments.of(List.of(line.split(" ")));
    }

    @Test
    void what_a_glue_run_is_given() {
        assertThat(of("--JOB_NAME wau-load --JOB_RUN_ID jr_1 --TempDir s3://tmp/ --enable-metrics --job-bookmark-option"
                        + " job-bookmark-enable --wau-central s3://central/wau --wau-marker complete/b.json --conf"
                        + " spark.a=b --conf spark.c=d --internal-of-glue true "
                        + CONFIG))
                .isEqualTo(new JobArguments(
                        "s3://central/wau",
                        null,
                        "complete/b.json",
                        "s3://conf/wau.yaml",
                        JobTarget.of(null),
                        new JobBookmark(Bookmark.ENABLE, null, null),
                        null));
    }

    @Test
    void a_value_may_follow_an_equals_sign() {
        assertThat(of("--wau-central=s3://c --wau-target=jdbc:duckdb:/a?b=c").target())
                .isEqualTo(JobTarget.of("jdbc:duckdb:/a?b=c"));
    }

    @Test
    void what_infrastructure_as_code_hands_over() {
        JobArguments given = of(CONFIG + " --wau-secret wau/load --wau-copy-role arn:aws:iam::123456789012:role/copy"
                + " --wau-environment prod --custom-logGroup-prefix /wau/load");

        assertThat(given.target()).isEqualTo(new JobTarget(null, "wau/load", "arn:aws:iam::123456789012:role/copy"));
        assertThat(given.environment()).isEqualTo("prod");
    }

    @Test
    void a_wrong_secret_is_not_shown() {
        assertThatThrownBy(() -> of(CONFIG + " --wau-secret {\"password\":\"hidden\"}"))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
                .hasMessage(
                        "Invalid --wau-secret: it is not the name or ARN of a secret in Secrets Manager, which holds"
                                + " user and password");
    }

    @Test
    void a_range_of_runs() {
        assertThat(of(CONFIG
                                + " --job-bookmark-option job-bookmark-pause --job-bookmark-from r1"
                                + " --job-bookmark-to r2")
                        .bookmark())
                .isEqualTo(new JobBookmark(Bookmark.PAUSE, "r1", "r2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --wau-config s3://c/w --wau-markr x             | Unknown argument: --wau-markr (did you mean --wau-marker?)
            --wau-config s3://c/w --job-bookmark-options x  | Unknown argument: --job-bookmark-options (did you mean --job-bookmark-option?)
            --wau-config s3://c/w --JOB_NAME a --wau-x x    | Unknown argument: --wau-x (--wau-central, --wau-marker, --wau-config, --wau-source, --wau-target, --wau-secret, --wau-copy-role, --wau-environment, --job-bookmark-option, --job-bookmark-from, --job-bookmark-to)
            --wau-config s3://c/w --something x             | Unknown argument: --something (--wau-central, --wau-marker, --wau-config, --wau-source, --wau-target, --wau-secret, --wau-copy-role, --wau-environment, --job-bookmark-option, --job-bookmark-from, --job-bookmark-to)
            --wau-config                                    | Invalid --wau-config: it is empty (leave it out, or say it)
            s3://c/w                                        | Invalid argument: 's3://c/w' (each is --NAME VALUE)
            --wau-config a b                                | Invalid argument: 'b' (each is --NAME VALUE)
            --wau-marker complete/a.json                    | Cannot start: neither --wau-config is given (s3://BUCKET/KEY of wau.yaml) nor a central bucket (--wau-central or --wau-source) with --wau-target
            --wau-config a --wau-copy-role copy             | Invalid --wau-copy-role: 'copy' (a role's ARN such as arn:aws:iam::123456789012:role/wau-copy, or default)
            --wau-config a --wau-environment größe          | Invalid --wau-environment: 'größe' (1 to 1024 printable ASCII characters, not all of them spaces)
            --wau-config a --wau-environment                | Invalid --wau-environment: it is empty (leave it out, or say it)
            --wau-config a --wau-config=a                   | Invalid --wau-config: it is given twice
            --wau-config a --wau-marker b --wau-marker c    | Invalid --wau-marker: it is given twice (several markers: --wau-marker A,B)
            --wau-config s3://c/w --job-bookmark-option on  | Invalid --job-bookmark-option: 'on' (job-bookmark-disable, job-bookmark-enable, job-bookmark-pause)
            --wau-config s3://c/w --job-bookmark-from r1    | Invalid --job-bookmark-from and --job-bookmark-to: they have a meaning only with --job-bookmark-option job-bookmark-pause
            --wau-config s3://c/w --job-bookmark-option job-bookmark-pause --job-bookmark-to r1 | Cannot load a range of batches: of --job-bookmark-from and --job-bookmark-to one is missing (give both or none)
            """)
    void what_is_wrong_is_told(String line, String message) {
        assertThatThrownBy(() -> of(line))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
                .hasMessage(message);
    }
}
