package dev.wau.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.wau.aggregate.BatchPart;
import dev.wau.complete.JsonMembers;
import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an invocation of the aggregation function asks for: a schedule's event, <code>{}</code> or nothing means all
 * customers; <code>{"batch": "ID", "part": 3}</code> one part of a batch.
 *
 * @param part null: all customers
 */
record AggregateEvent(@Nullable BatchPart part) {

    /** All customers, as it is written. */
    static final String ALL = "{}";

    private static final JsonFactory JSON = new JsonFactory();

    /** The part, as it is written. */
    static String of(BatchPart part) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("batch", part.batch().value());
            json.writeNumberField("part", part.number());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Reads it.
     *
     * @throws WauException INVALID_ARGUMENT: none of the above
     */
    static AggregateEvent read(InputStream event) {
        try (JsonParser json = JSON.createParser(event)) {
            JsonToken first = json.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                return new AggregateEvent(null);
            }
            Draft draft = new Draft();
            JsonMembers.read(json, draft);
            return draft.event();
        } catch (IOException | RuntimeException e) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot read the event: " + EventErrors.words(e)
                            + " ({} or a schedule's event for all customers, {\"batch\": ID, \"part\": NUMBER} for a part)",
                    e);
        }
    }

    private static final class Draft implements JsonMembers {

        /** Of EventBridge's rules and of its Scheduler alike. */
        private static final String SCHEDULED = "Scheduled Event";

        private final Set<String> others = new TreeSet<>();
        private @Nullable String detailType;
        private @Nullable String batch;
        private @Nullable Integer part;

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "detail-type" -> detailType = JsonMembers.text(json);
                case "batch" -> batch = JsonMembers.text(json);
                case "part" -> part = json.getIntValue();
                default -> {
                    others.add(name);
                    json.skipChildren();
                }
            }
        }

        AggregateEvent event() {
            if (SCHEDULED.equals(detailType)) {
                return new AggregateEvent(null);
            }
            if (!others.isEmpty() || detailType != null) {
                throw new IllegalArgumentException(
                        "it has " + (detailType == null ? others : "detail-type " + detailType));
            }
            return batch == null && part == null
                    ? new AggregateEvent(null)
                    : new AggregateEvent(new BatchPart(
                            new BatchId(JsonMembers.required("batch", batch)), JsonMembers.required("part", part)));
        }
    }
}
