package dev.wau.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.wau.aggregate.AggregateResult;
import dev.wau.aggregate.Silence;
import dev.wau.metrics.EmbeddedMetrics;
import dev.wau.metrics.MeasuredStage;
import dev.wau.metrics.Measurement;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The metrics of aggregation: one line an invocation. docs/cloud.md lists them. What a batch brought is told once, by the
 * invocation that writes its marker; an invocation that ends nothing tells its time alone. Thread-safe.
 */
final class AggregateMetrics {

    /** Whoever looks for the silent wants the first of them; the line stays small beside any number of customers. */
    private static final int MOST_SILENT = 20;

    private final EmbeddedMetrics metrics;
    private final InstantSource clock;

    /** For this environment, which {@link EmbeddedMetrics#accepts}. */
    AggregateMetrics(String environment, InstantSource clock) {
        this.metrics = new EmbeddedMetrics(environment, MeasuredStage.AGGREGATE, clock);
        this.clock = clock;
    }

    /**
     * The line of an invocation.
     *
     * @param fields further members
     */
    String line(AggregateResult result, Map<String, String> fields) {
        Instant now = clock.instant();
        List<Measurement> measured = new ArrayList<>();
        if (result.endedHere()) {
            measured.addAll(ended(result));
            measured.add(
                    Measurement.days("LongestSilence", result.silences().get(0).until(now)));
        }
        measured.add(Measurement.seconds("RunSeconds", result.took()));
        return metrics.line(measured, json -> {
            json.writeStringField("message", "metrics");
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            if (result.endedHere()) {
                silent(json, result.silences(), now);
            }
        });
    }

    private static List<Measurement> ended(AggregateResult result) {
        // Without a marker the batch's files are still to be told, by the run that writes it.
        boolean marked = result.marker() != null;
        return List.of(
                Measurement.count("Markers", marked ? 1 : 0),
                Measurement.count("MissingCustomers", result.failed().size()),
                Measurement.count("FilesCopied", marked ? result.files() : 0),
                Measurement.bytes("BytesCopied", marked ? result.bytes() : 0),
                Measurement.count("RecordsRead", marked ? result.records() + result.rejected() : 0),
                Measurement.count("RecordsRejected", marked ? result.rejected() : 0));
    }

    private static void silent(JsonGenerator json, List<Silence> silences, Instant now) throws IOException {
        json.writeArrayFieldStart("silent");
        for (Silence silence : silences.subList(0, Math.min(MOST_SILENT, silences.size()))) {
            json.writeStartObject();
            json.writeStringField("customer", silence.customer().name());
            json.writeNumberField("days", Measurement.days(silence.until(now)));
            String since = switch (silence.from()) {
                case NEWEST_FILE -> "newest_file";
                case FIRST_EXPECTED -> "no_file_expected_since";
            };
            json.writeStringField(since, silence.since().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
