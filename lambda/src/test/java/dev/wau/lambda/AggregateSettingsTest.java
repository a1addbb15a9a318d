package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateSettingsTest {

    @Test
    void a_hundred_customers_are_done_by_one_invocation_unless_it_says_otherwise() {
        assertThat(AggregateSettings.of(Map.of("WAU_CONFIG", "s3://bucket/wau.yaml")))
                .isEqualTo(new AggregateSettings("s3://bucket/wau.yaml", 100, null));
        assertThat(AggregateSettings.of(Map.of("WAU_CONFIG", "wau.yaml", "WAU_CUSTOMERS_PER_PART", "25")))
                .isEqualTo(new AggregateSettings("wau.yaml", 25, null));
    }

    @Test
    void there_are_metrics_where_the_environment_has_a_name() {
        assertThat(AggregateSettings.of(Map.of("WAU_CONFIG", "wau.yaml", "WAU_ENVIRONMENT", "prod"))
                        .environment())
                .isEqualTo("prod");
        assertThat(AggregateSettings.of(Map.of("WAU_CONFIG", "wau.yaml", "WAU_ENVIRONMENT", " "))
                        .environment())
                .isNull();
        assertThatThrownBy(() -> AggregateSettings.of(Map.of("WAU_CONFIG", "wau.yaml", "WAU_ENVIRONMENT", "größe")))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                .hasMessage("Cannot use WAU_ENVIRONMENT='größe' (1 to 1024 printable ASCII characters, not all of them"
                        + " spaces)");
    }

    @Test
    void without_a_configuration_it_does_not_start() {
        assertThatThrownBy(() -> AggregateSettings.of(Map.of("WAU_CONFIG", " ")))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                .hasMessage("Cannot start: the environment variable WAU_CONFIG is not set (s3://BUCKET/KEY of wau.yaml,"
                        + " or its path in the package)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ten", "1.5", "1000000", ""})
    void a_part_has_a_number_of_customers(String number) {
        assertThatThrownBy(
                        () -> AggregateSettings.of(Map.of("WAU_CONFIG", "wau.yaml", "WAU_CUSTOMERS_PER_PART", number)))
                .isInstanceOf(WauException.class)
                .hasMessage("Cannot use WAU_CUSTOMERS_PER_PART='" + number + "' (a number from 1 to 999999)");
    }
}
