package dev.wau.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the numbers of a run as a log line that CloudWatch Logs makes metrics of: its embedded metric format. Namespace
 * {@code WAU}, dimensions {@code Environment} and {@code Stage} together. The log event must be this line and nothing else.
 * Thread-safe.
 *
 * <p>A line of its own, and not members of the lines that are there: theirs are texts with names for people, a metric must
 * be a number at the top, and one line for each run is what is counted.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">AWS:
 *     the format</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html">AWS: dimensions</a>
 */
public final class EmbeddedMetrics {

    /** What an environment's name must be, for messages. */
    public static final String ENVIRONMENT_RULE = "1 to 1024 printable ASCII characters, not all of them spaces";

    private static final String NAMESPACE = "WAU";
    private static final String ENVIRONMENT = "Environment";
    private static final String STAGE = "Stage";

    /** More are no valid directive. */
    private static final int MOST = 100;

    private static final JsonFactory JSON = new JsonFactory();

    private final String environment;
    private final MeasuredStage stage;
    private final InstantSource clock;

    /**
     * A stage's metrics.
     *
     * @param environment which of several installations in one account it is
     * @throws WauException INVALID_ARGUMENT: CloudWatch takes no such name
     */
    public EmbeddedMetrics(String environment, MeasuredStage stage, InstantSource clock) {
        if (!accepts(environment)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid environment: '" + environment + "' (" + ENVIRONMENT_RULE + ")");
        }
        this.environment = environment;
        this.stage = stage;
        this.clock = clock;
    }

    /** Further members of the line, which are no metrics. */
    @FunctionalInterface
    public interface Members {
        /** Writes them; none may be called like a metric. */
        void to(JsonGenerator json) throws IOException;
    }

    /** Whether CloudWatch takes it as the value of a dimension. */
    public static boolean accepts(String environment) {
        return environment.length() <= 1024 && environment.matches("[ -~]*[!-~][ -~]*");
    }

    /** The line, without an end. At least one measurement, each name once. */
    public String line(List<Measurement> measurements, Members members) {
        requireOnce(measurements);
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            directive(json, measurements);
            json.writeStringField(ENVIRONMENT, environment);
            json.writeStringField(STAGE, stage.text());
            for (Measurement measurement : measurements) {
                json.writeFieldName(measurement.name());
                number(json, measurement.value());
            }
            members.to(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static void requireOnce(List<Measurement> measurements) {
        Set<String> names = new HashSet<>(Set.of(ENVIRONMENT, STAGE));
        if (measurements.isEmpty()
                || measurements.size() > MOST
                || !measurements.stream().allMatch(measurement -> names.add(measurement.name()))) {
            throw new IllegalArgumentException("1 to " + MOST + " metrics of different names: " + measurements);
        }
    }

    private void directive(JsonGenerator json, List<Measurement> measurements) throws IOException {
        json.writeObjectFieldStart("_aws");
        json.writeNumberField("Timestamp", clock.millis());
        json.writeArrayFieldStart("CloudWatchMetrics");
        json.writeStartObject();
        json.writeStringField("Namespace", NAMESPACE);
        json.writeArrayFieldStart("Dimensions");
        json.writeArray(new String[] {ENVIRONMENT, STAGE}, 0, 2);
        json.writeEndArray();
        json.writeArrayFieldStart("Metrics");
        for (Measurement measurement : measurements) {
            json.writeStartObject();
            json.writeStringField("Name", measurement.name());
            json.writeStringField("Unit", measurement.unit().text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }
}
