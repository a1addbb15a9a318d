package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TriggerSettingsTest {

    private static void assertRefused(Map<String, String> environment, String message) {
        assertThatThrownBy(() -> TriggerSettings.of(environment))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                .hasMessageContaining(message);
    }

    @Test
    void markers_are_manifests_unless_it_says_otherwise() {
        TriggerSettings settings =
                TriggerSettings.of(Map.of("WAU_CENTRAL", "s3://central/wau", "WAU_GLUE_JOB", "wau-load"));

        assertThat(settings.central().toString()).isEqualTo("s3://central/wau");
        assertThat(settings.job()).isEqualTo("wau-load");
        assertThat(settings.markers().pattern()).isEqualTo("complete/*.json");
    }

    @Test
    void a_plain_marker_is_named_exactly() {
        String name = "token/populate-redshift-wau-audit-logs.txt";
        TriggerSettings settings = TriggerSettings.of(
                Map.of("WAU_CENTRAL", "s3://central", "WAU_GLUE_JOB", "wau-load", "WAU_COMPLETE", name));

        assertThat(settings.markers().pattern()).isEqualTo(name);
    }

    @Test
    void what_is_missing_is_named() {
        assertRefused(Map.of("WAU_GLUE_JOB", "wau-load"), "the environment variable WAU_CENTRAL is not set");
        assertRefused(
                Map.of("WAU_GLUE_JOB", " ", "WAU_CENTRAL", "s3://central"),
                "the environment variable WAU_GLUE_JOB is not set");
    }

    @Test
    void what_is_wrong_is_named() {
        assertRefused(
                Map.of("WAU_CENTRAL", "central", "WAU_GLUE_JOB", "wau-load"),
                "Cannot use WAU_CENTRAL='central' and WAU_COMPLETE='complete/*.json': ");
        assertRefused(
                Map.of("WAU_CENTRAL", "s3://central", "WAU_GLUE_JOB", "wau-load", "WAU_COMPLETE", "/x"),
                "Invalid name of completion markers: '/x'");
    }
}
