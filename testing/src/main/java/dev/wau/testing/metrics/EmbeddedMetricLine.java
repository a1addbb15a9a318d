package dev.wau.testing.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A log line that CloudWatch Logs makes metrics of, held against the specification of the format: whatever it wouldn't take
 * is an error here.
 *
 * @param namespace of its metrics
 * @param dimensions the values of its one set of dimensions
 * @param metrics values by name
 * @param units by name
 * @param root the whole line
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">AWS:
 *     the format</a>
 */
public record EmbeddedMetricLine(
        String namespace,
        Map<String, String> dimensions,
        Map<String, Double> metrics,
        Map<String, String> units,
        JsonNode root) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int LARGEST_EVENT = 256 << 10;
    private static final int MOST_METRICS = 100;
    private static final int MOST_DIMENSIONS = 30;

    /** Older and newer events are rejected by PutLogEvents. */
    private static final Duration PAST = Duration.ofDays(14);

    private static final Duration FUTURE = Duration.ofHours(2);

    /** Those of MetricDatum that wau writes. */
    private static final Set<String> UNITS = Set.of("Count", "Bytes", "Seconds", "None");

    /** The lines among these that are of this format. */
    public static List<EmbeddedMetricLine> among(List<String> lines, Instant now) {
        return lines.stream()
                .filter(line -> line.contains("\"_aws\""))
                .map(line -> read(line, now))
                .toList();
    }

    /**
     * Reads a line.
     *
     * @param now the clock of whoever puts the event
     * @throws AssertionError it is none of the format
     */
    public static EmbeddedMetricLine read(String line, Instant now) {
        require(line.getBytes(StandardCharsets.UTF_8).length <= LARGEST_EVENT, "at most 256 KB");
        JsonNode root = json(line);
        require(root.isObject(), "an object and nothing else");
        JsonNode metadata = root.path("_aws");
        only(metadata, Set.of("Timestamp", "CloudWatchMetrics"));
        timestamp(metadata.path("Timestamp"), now);
        JsonNode directives = metadata.path("CloudWatchMetrics");
        require(directives.isArray() && directives.size() == 1, "CloudWatchMetrics: an array, here of one directive");
        JsonNode directive = directives.get(0);
        only(directive, Set.of("Namespace", "Dimensions", "Metrics"));
        require(directive.path("Namespace").asText().matches("[0-9A-Za-z.\\-_/#:]{1,255}"), "Namespace");
        Map<String, String> dimensions = dimensions(directive.path("Dimensions"), root);
        Map<String, String> units = units(directive.path("Metrics"));
        Map<String, Double> metrics = new TreeMap<>();
        units.keySet().forEach(name -> metrics.put(name, number(root.path(name), name)));
        return new EmbeddedMetricLine(directive.path("Namespace").asText(), dimensions, metrics, units, root);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No metrics: the event isn't one JSON object: " + line, e);
        }
    }

    private static void timestamp(JsonNode timestamp, Instant now) {
        require(timestamp.isIntegralNumber(), "Timestamp: a number of milliseconds");
        Instant time = Instant.ofEpochMilli(timestamp.asLong());
        require(
                time.isAfter(now.minus(PAST)) && time.isBefore(now.plus(FUTURE)),
                "Timestamp: about now, in milliseconds");
    }

    private static Map<String, String> dimensions(JsonNode sets, JsonNode root) {
        require(sets.isArray() && sets.size() == 1, "Dimensions: an array, here of one set");
        JsonNode set = sets.get(0);
        require(set.isArray() && set.size() <= MOST_DIMENSIONS, "a set: an array of at most 30");
        Map<String, String> dimensions = new TreeMap<>();
        for (JsonNode name : set) {
            require(name.isTextual(), "a dimension's name: a string");
            JsonNode value = root.path(name.asText());
            require(value.isTextual() && value.asText().matches("[ -~]*[!-~][ -~]*"), "a dimension's value: a string");
            require(value.asText().length() <= 1024, "a dimension's value: 1024 characters");
            dimensions.put(name.asText(), value.asText());
        }
        return dimensions;
    }

    private static Map<String, String> units(JsonNode metrics) {
        require(metrics.isArray() && !metrics.isEmpty() && metrics.size() <= MOST_METRICS, "Metrics: 1 to 100");
        Map<String, String> units = new TreeMap<>();
        for (JsonNode metric : metrics) {
            only(metric, Set.of("Name", "Unit"));
            String unit = metric.path("Unit").asText();
            require(UNITS.contains(unit), "Unit: one of CloudWatch's");
            require(!metric.path("Name").asText().isBlank(), "Name: a string");
            require(units.put(metric.path("Name").asText(), unit) == null, "Name: once");
        }
        return units;
    }

    private static double number(JsonNode value, String name) {
        require(value.isNumber() && Double.isFinite(value.asDouble()), name + ": a number at the root");
        return value.asDouble();
    }

    private static void only(JsonNode object, Set<String> members) {
        require(object.isObject(), "an object with " + members);
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        require(members.containsAll(names), "no members but " + members);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError("No metrics: " + rule);
        }
    }
}
