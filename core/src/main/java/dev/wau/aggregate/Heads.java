package dev.wau.aggregate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.wau.complete.JsonMembers;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which batch is in progress: {@code state/aggregate/batch.json}. Version 1 is done by one run, version 2 in parts.
 */
final class Heads {

    private static final ObjectKey KEY = new ObjectKey("state/aggregate/batch.json");
    private static final String FORMAT = "wau-batch";
    private static final int WHOLE = 1;
    private static final int IN_PARTS = 2;

    private final StateFiles state;

    Heads(StateFiles state) {
        this.state = state;
    }

    /** The batch in progress; null if there is none. */
    Batch.@Nullable Head read() {
        Reading reading = new Reading();
        return state.read(KEY, json -> JsonMembers.read(json, reading)) ? reading.head() : null;
    }

    void write(Batch.Head head) {
        state.write(KEY, json -> write(json, head));
    }

    void delete() {
        state.delete(KEY);
    }

    private static void write(JsonGenerator json, Batch.Head head) throws IOException {
        PartPlan plan = head.parts();
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeNumberField("version", plan == null ? WHOLE : IN_PARTS);
        json.writeStringField("batch", head.id().value());
        json.writeStringField("started_at", head.started().toString());
        if (plan != null) {
            json.writeStringField("marker", plan.rule().name());
            json.writeNumberField("round", plan.round());
            json.writeArrayFieldStart("parts");
            for (List<Customer> part : plan.parts()) {
                String[] names = part.stream().map(Customer::name).toArray(String[]::new);
                json.writeArray(names, 0, names.length);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static final class Reading implements JsonMembers {
        private final List<List<Customer>> parts = new ArrayList<>();
        private Aggregator.MarkerRule rule = Aggregator.MarkerRule.WHEN_NEW;
        private @Nullable String format;
        private @Nullable BatchId id;
        private @Nullable Instant started;
        private int version;
        private int round;

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "format" -> format = JsonMembers.text(json);
                case "version" -> version = json.getIntValue();
                case "batch" -> id = new BatchId(JsonMembers.text(json));
                case "started_at" -> started = Instant.parse(JsonMembers.text(json));
                case "marker" -> rule = Aggregator.MarkerRule.valueOf(JsonMembers.text(json));
                case "round" -> round = json.getIntValue();
                case "parts" -> JsonMembers.each(json, () -> parts.add(customers(json)));
                default -> json.skipChildren();
            }
        }

        private static List<Customer> customers(JsonParser json) throws IOException {
            List<Customer> customers = new ArrayList<>();
            JsonMembers.each(json, () -> customers.add(new Customer(JsonMembers.text(json))));
            return customers;
        }

        Batch.@Nullable Head head() {
            if (!FORMAT.equals(format) || id == null || started == null) {
                return null;
            }
            return switch (version) {
                case WHOLE -> new Batch.Head(id, started, null);
                case IN_PARTS -> parts.isEmpty() ? null : new Batch.Head(id, started, new PartPlan(rule, round, parts));
                default -> null;
            };
        }
    }
}
