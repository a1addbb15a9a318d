package dev.wau.lambda;

import dev.wau.aggregate.AggregateResult;
import dev.wau.aggregate.BatchPart;
import dev.wau.aggregate.PartResult;
import dev.wau.complete.CustomerOutcome;
import dev.wau.model.WauException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The aggregation function's log lines of one invocation. */
final class AggregateLog {

    private final JsonLog log;
    private final @Nullable AggregateMetrics metrics;
    private final String request;
    private final @Nullable BatchPart part;

    /**
     * A log.
     *
     * @param metrics null: none are told
     * @param request the invocation's id
     * @param part that was asked for; null: all customers, or not known yet
     */
    AggregateLog(JsonLog log, @Nullable AggregateMetrics metrics, String request, @Nullable BatchPart part) {
        this.log = log;
        this.metrics = metrics;
        this.request = request;
        this.part = part;
    }

    /** A run over all customers ended, or completed the batch in parts. */
    void ended(AggregateResult result) {
        tell(result);
        measure(result);
    }

    private void tell(AggregateResult result) {
        details(result);
        Map<String, String> fields = fields();
        if (result.batch() != null) {
            fields.put("batch", result.batch().value());
        }
        if (result.marker() != null) {
            fields.put("marker", result.marker().path());
        }
        put(fields, result);
        log.line(JsonLog.Level.INFO, "aggregation " + AggregateReply.state(result), fields);
    }

    void ended(PartResult result) {
        Map<String, String> fields = fields();
        if (result.own() != null) {
            details(result.own());
            put(fields, result.own());
        }
        log.line(JsonLog.Level.INFO, "part " + result.state().name().toLowerCase(Locale.ROOT), fields);
        if (result.batch() != null) {
            tell(result.batch());
            measure(result.batch());
        } else if (result.own() != null) {
            measure(result.own());
        }
    }

    // One line an invocation, so that their times can be added up.
    private void measure(AggregateResult result) {
        if (metrics == null) {
            return;
        }
        Map<String, String> fields = fields();
        if (result.batch() != null) {
            fields.put("batch", result.batch().value());
        }
        log.line(metrics.line(result, fields));
    }

    void busy(WauException error) {
        log.line(JsonLog.Level.WARN, "left to another run", with(error));
    }

    void failed(WauException error) {
        log.line(JsonLog.Level.ERROR, "the invocation fails", with(error));
    }

    // Whose file or source it is; what a refusal says stands in the marker.
    private void details(AggregateResult result) {
        for (CustomerOutcome customer : result.failed()) {
            Map<String, String> fields = fields();
            fields.put("customer", customer.customer().name());
            fields.put("error", String.valueOf(customer.error()));
            log.line(JsonLog.Level.WARN, "customer failed", fields);
        }
        result.refusals().forEach(note -> note("file refused", note));
        result.left().forEach(note -> note("file left for the next batch", note));
    }

    private void note(String message, AggregateResult.SourceNote note) {
        Map<String, String> fields = fields();
        fields.put("customer", note.customer().name());
        fields.put("file", note.name());
        fields.put("code", note.code());
        log.line(JsonLog.Level.WARN, message, fields);
    }

    private static void put(Map<String, String> fields, AggregateResult result) {
        fields.put("customers", String.valueOf(result.customers().size()));
        fields.put("failed", String.valueOf(result.failed().size()));
        fields.put("files", String.valueOf(result.files()));
        fields.put("records", String.valueOf(result.records()));
        fields.put("took_ms", String.valueOf(result.took().toMillis()));
        if (result.waiting() != null) {
            fields.put("waiting_files", String.valueOf(result.waiting().files()));
            fields.put("waiting_parts", String.valueOf(result.waiting().parts()));
        }
    }

    private Map<String, String> with(WauException error) {
        Map<String, String> fields = fields();
        fields.put("code", error.code().name());
        fields.put("error", String.valueOf(error.getMessage()));
        return fields;
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("request", request);
        if (part != null) {
            fields.put("batch", part.batch().value());
            fields.put("part", String.valueOf(part.number()));
        }
        return fields;
    }
}
