package dev.wau.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerRuleTest {

    @ParameterizedTest
    @CsvSource({
        "complete/*.json, complete/2025-07-01T00-05-00.123Z.json, true",
        "complete/*.json, complete/a.json.gz, false",
        "complete/*.json, complete/.json, false",
        "complete/*.json, complete/parts/a.json, false",
        "complete/*.json, csv/acme/complete/a.json, false",
        "complete/*.json, complete/a b+c%2F.json, true",
        "complete/*.json, Complete/a.json, false",
        "complete/*, complete/done, true",
        "complete/*, complete/.., false",
        "complete/*, complete/, false",
        "complete/batch-*.json, complete/batch-1.json, true",
        "complete/batch-*.json, complete/batch.json, false",
        "aa*aa, aaa, false",
        "token/populate-redshift-wau-audit-logs.txt, token/populate-redshift-wau-audit-logs.txt, true",
        "token/populate-redshift-wau-audit-logs.txt, token/populate-redshift-wau-audit-logs.txt.bak, false",
        "token/populate-redshift-wau-audit-logs.txt, old/token/populate-redshift-wau-audit-logs.txt, false",
    })
    void a_pattern_is_a_folder_and_a_suffix_or_an_exact_name(String pattern, String key, boolean marker) {
        MarkerRule rule = MarkerRule.of(Location.of("s3://central"), pattern);

        assertThat(rule.marker(created("central", key)).map(Object::toString).orElse("none"))
                .isEqualTo(marker ? key : "none");
    }

    @Test
    void keys_are_told_as_the_central_bucket_has_them() {
        for (String place : new String[] {"s3://central/wau/prod", "s3://central/wau/prod/"}) {
            MarkerRule rule = MarkerRule.of(Location.of(place), "complete/*.json");

            assertThat(rule.marker(created("central", "wau/prod/complete/a.json")))
                    .hasValueSatisfying(key -> assertThat(key.path()).isEqualTo("complete/a.json"));
            assertThat(rule.marker(created("central", "complete/a.json"))).isEmpty();
            assertThat(rule.marker(created("central", "wau/production/complete/a.json")))
                    .isEmpty();
            assertThat(rule.marker(created("other", "wau/prod/complete/a.json")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/complete/a", "complete/", "complete/*/a.json", "complete/*-*.json", "**"})
    void a_pattern_that_could_surprise_is_refused(String pattern) {
        Location central = Location.of("s3://central");

        assertThatThrownBy(() -> MarkerRule.of(central, pattern))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
                .hasMessageContaining("Invalid name of completion markers: '" + pattern + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloudwatch:/aws/a", "s3://arn:aws:s3:eu-west-1:111122223333:accesspoint/a/prefix"})
    void a_place_that_no_event_names_is_refused(String place) {
        Location central = Location.of(place);

        assertThatThrownBy(() -> MarkerRule.of(central, "complete/*.json"))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("Invalid central bucket for events: '" + place + "'");
    }

    private static ObjectCreated created(String bucket, String key) {
        return new ObjectCreated(bucket, key, Instant.EPOCH);
    }
}
