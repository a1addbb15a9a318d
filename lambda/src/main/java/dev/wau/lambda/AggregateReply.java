package dev.wau.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.wau.aggregate.AggregateResult;
import dev.wau.aggregate.BatchPart;
import dev.wau.aggregate.PartResult;
import dev.wau.complete.CustomerOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The aggregation function's reply: a JSON object with {@code state}, and what was done. docs/cloud.md lists the members.
 */
final class AggregateReply implements AutoCloseable {

    /** A reply has at most 6 MB: the marker and the log name all. */
    private static final int MOST_FAILED = 100;

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    AggregateReply(OutputStream reply) throws IOException {
        this.json = JSON.createGenerator(reply);
        json.writeStartObject();
    }

    /** How a run over all customers ended: {@code complete}, {@code nothing-new}, {@code unfinished}. */
    static String state(AggregateResult result) {
        if (result.unfinished()) {
            return "unfinished";
        }
        return result.nothingNew() ? "nothing-new" : "complete";
    }

    void result(AggregateResult result) throws IOException {
        json.writeStringField("state", state(result));
        text("batch", result.batch());
        numbers(result);
    }

    void part(PartResult result) throws IOException {
        json.writeStringField("state", result.state().name().toLowerCase(Locale.ROOT));
        part(result.part());
        if (result.own() != null) {
            numbers(result.own());
        }
        if (result.batch() != null) {
            json.writeObjectFieldStart("completed");
            result(result.batch());
            json.writeEndObject();
        }
    }

    /** Another run is at work. */
    void busy(@Nullable BatchPart part, String reason) throws IOException {
        json.writeStringField("state", "busy");
        if (part != null) {
            part(part);
        }
        json.writeStringField("reason", reason);
    }

    private void part(BatchPart part) throws IOException {
        json.writeStringField("batch", part.batch().value());
        json.writeNumberField("part", part.number());
    }

    private void numbers(AggregateResult result) throws IOException {
        text("marker", result.marker());
        json.writeNumberField("customers", result.customers().size());
        json.writeNumberField("files", result.files());
        json.writeNumberField("resumed", result.resumed());
        json.writeNumberField("refused", result.refusals().size());
        json.writeNumberField("records", result.records());
        json.writeNumberField("rejected", result.rejected());
        json.writeNumberField("bytes", result.bytes());
        json.writeNumberField("source_bytes", result.sourceBytes());
        json.writeNumberField("took_ms", result.took().toMillis());
        failed(result.failed());
        if (result.waiting() != null) {
            waiting(result.waiting());
        }
    }

    private void failed(List<CustomerOutcome> failed) throws IOException {
        json.writeNumberField("failed", failed.size());
        json.writeArrayFieldStart("failed_customers");
        for (CustomerOutcome customer : failed.subList(0, Math.min(MOST_FAILED, failed.size()))) {
            json.writeStartObject();
            json.writeStringField("customer", customer.customer().name());
            json.writeStringField("error", String.valueOf(customer.error()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void waiting(AggregateResult.Waiting waiting) throws IOException {
        json.writeObjectFieldStart("waiting");
        json.writeNumberField("customers", waiting.customers());
        json.writeNumberField("files", waiting.files());
        json.writeNumberField("bytes", waiting.bytes());
        json.writeNumberField("parts", waiting.parts());
        json.writeEndObject();
    }

    private void text(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        json.writeEndObject();
        json.close();
    }
}
