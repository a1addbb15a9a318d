package dev.wau.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.wau.model.WauException;
import dev.wau.testing.metrics.EmbeddedMetricLine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddedMetricsTest {

    private static final Instant NOW = Instant.parse("2025-07-01T00:05:00.123Z");
    private static final Measurement ONE = Measurement.count("Markers", 1);

    private static EmbeddedMetrics metrics(String environment) {
        return new EmbeddedMetrics(environment, MeasuredStage.AGGREGATE, InstantSource.fixed(NOW));
    }

    @Test
    void aLineIsWhatTheSpecificationSays() {
        String line = metrics("prod")
                .line(
                        List.of(
                                ONE,
                                Measurement.bytes("BytesCopied", 5_000_000_000L),
                                Measurement.seconds("RunSeconds", Duration.ofMillis(1_250)),
                                Measurement.days("LongestSilence", Duration.ofHours(36))),
                        json -> json.writeStringField("batch", "b1"));

        EmbeddedMetricLine read = EmbeddedMetricLine.read(line, NOW);
        assertThat(read.namespace()).isEqualTo("WAU");
        assertThat(read.dimensions()).containsOnly(entry("Environment", "prod"), entry("Stage", "aggregate"));
        assertThat(read.metrics())
                .containsOnly(
                        entry("Markers", 1.0),
                        entry("BytesCopied", 5e9),
                        entry("RunSeconds", 1.25),
                        entry("LongestSilence", 1.5));
        assertThat(read.units())
                .containsOnly(
                        entry("Markers", "Count"),
                        entry("BytesCopied", "Bytes"),
                        entry("RunSeconds", "Seconds"),
                        entry("LongestSilence", "None"));
        assertThat(read.root().path("_aws").path("Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(line)
                .startsWith("{\"_aws\":")
                .contains("\"BytesCopied\":5000000000,")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "a b", "team/eu-1", ":x"})
    void anEnvironmentIsWhatCloudWatchTakesAsADimension(String environment) {
        String line = metrics(environment).line(List.of(ONE), json -> {});

        assertThat(EmbeddedMetricLine.read(line, NOW).dimensions()).containsEntry("Environment", environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "größe", "a\tb", "a\n"})
    void anotherEnvironmentIsRefused(String environment) {
        assertThatThrownBy(() -> metrics(environment))
                .isInstanceOf(WauException.class)
                .hasMessage("Invalid environment: '" + environment
                        + "' (1 to 1024 printable ASCII characters, not all of them spaces)");
        assertThat(EmbeddedMetrics.accepts("x".repeat(1024))).isTrue();
        assertThat(EmbeddedMetrics.accepts("x".repeat(1025))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void aMetricIsANumber(double value) {
        assertThatThrownBy(() -> new Measurement("A", Measurement.Unit.NONE, value))
                .isInstanceOf(WauException.class)
                .hasMessage("Invalid metric 'A': " + value + " (a name, a finite number)");
    }

    @Test
    void aHundredMetricsOfDifferentNamesAreTheMost() {
        List<Measurement> many = IntStream.range(0, 101)
                .mapToObj(number -> Measurement.count("M" + number, number))
                .toList();

        assertThat(EmbeddedMetricLine.read(metrics("e").line(many.subList(0, 100), json -> {}), NOW)
                        .metrics())
                .hasSize(100);
        for (List<Measurement> wrong :
                List.of(many, List.<Measurement>of(), List.of(ONE, ONE), List.of(Measurement.count("Stage", 1)))) {
            assertThatThrownBy(() -> metrics("e").line(wrong, json -> {})).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_aws\" => INFO {\"_aws\"",
                "\"Markers\":1} => \"Markers\":1} {}",
                "1751328300123 => 1751328300",
                "1751328300123 => \"2025-07-01T00:05:00Z\"",
                "\"Namespace\" => \"namespace\"",
                "[[\"Environment\",\"Stage\"]] => [\"Environment\",\"Stage\"]",
                "[[\"Environment\",\"Stage\"]] => [[\"Environment\",\"Region\"]]",
                "\"Stage\":\"aggregate\" => \"Stage\":1",
                "\"Markers\":1 => \"Markers\":\"1\"",
                "\"Markers\":1 => \"Other\":1",
                "\"Unit\":\"Count\" => \"Unit\":\"Days\""
            })
    void theTestsReaderTakesNothingElse(String change) {
        String line = metrics("e").line(List.of(ONE), json -> {});
        assertThat(EmbeddedMetricLine.read(line, NOW).metrics()).containsOnlyKeys("Markers");
        String[] parts = change.split(" => ", 2);
        assertThat(line).contains(parts[0]);

        assertThatThrownBy(() -> EmbeddedMetricLine.read(line.replace(parts[0], parts[1]), NOW))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("No metrics: ");
    }
}
