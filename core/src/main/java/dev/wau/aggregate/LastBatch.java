package dev.wau.aggregate;

import com.fasterxml.jackson.core.JsonParser;
import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.complete.JsonMembers;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the newest marker said about customers: {@code state/aggregate/last.json}. A batch without files is worth a marker
 * when it says something else, so that a new customer, or one that fails, is known to the reports.
 *
 * @param batch its id; null if unknown
 * @param expected customers
 * @param failed those of them that failed
 * @param since for each expected one: when the first of an unbroken row of markers that expect it began
 */
record LastBatch(
        @Nullable BatchId batch,
        SortedSet<String> expected,
        SortedSet<String> failed,
        SortedMap<String, Instant> since) {

    /** Nothing is remembered. */
    static final LastBatch NONE = new LastBatch(
            null, Collections.emptySortedSet(), Collections.emptySortedSet(), Collections.emptySortedMap());

    private static final ObjectKey KEY = new ObjectKey("state/aggregate/last.json");

    static LastBatch of(CompletionMarker marker) {
        LastBatch last = new LastBatch(marker.batch(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
        for (CustomerOutcome customer : marker.customers()) {
            last.expected.add(customer.customer().name());
            last.since.put(customer.customer().name(), marker.started());
            if (customer.outcome() == CustomerOutcome.Outcome.FAILED) {
                last.failed.add(customer.customer().name());
            }
        }
        return last;
    }

    static LastBatch read(StateFiles state) {
        Reading reading = new Reading();
        return state.read(KEY, json -> JsonMembers.read(json, reading)) ? reading.last() : NONE;
    }

    /** The same, where this is the marker after another. */
    LastBatch after(LastBatch before) {
        SortedMap<String, Instant> unbroken = new TreeMap<>();
        since.forEach((name, start) -> unbroken.put(
                name,
                before.expectedSince(new Customer(name)).filter(start::isAfter).orElse(start)));
        return new LastBatch(batch, expected, failed, unbroken);
    }

    /** Since when the customer is expected; empty if it isn't, or nobody knows. */
    Optional<Instant> expectedSince(Customer customer) {
        Instant known = since.get(customer.name());
        if (known != null) {
            return Optional.of(known);
        }
        // Written by an older wau: since this marker at the latest.
        return expected.contains(customer.name()) && batch != null ? BatchIds.started(batch) : Optional.empty();
    }

    void write(StateFiles state) {
        state.write(KEY, json -> {
            json.writeStartObject();
            json.writeStringField("batch", String.valueOf(batch));
            json.writeFieldName("expected");
            json.writeArray(expected.toArray(String[]::new), 0, expected.size());
            json.writeFieldName("failed");
            json.writeArray(failed.toArray(String[]::new), 0, failed.size());
            json.writeObjectFieldStart("since");
            for (Map.Entry<String, Instant> customer : since.entrySet()) {
                json.writeStringField(customer.getKey(), customer.getValue().toString());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    /** Whether the customers and those that failed are the same. */
    boolean saysTheSame(LastBatch other) {
        return expected.equals(other.expected) && failed.equals(other.failed);
    }

    private static final class Reading implements JsonMembers {
        private final SortedSet<String> expected = new TreeSet<>();
        private final SortedSet<String> failed = new TreeSet<>();
        private final SortedMap<String, Instant> since = new TreeMap<>();
        private @Nullable BatchId batch;

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "batch" -> batch = new BatchId(JsonMembers.text(json));
                case "expected" -> JsonMembers.each(json, () -> expected.add(JsonMembers.text(json)));
                case "failed" -> JsonMembers.each(json, () -> failed.add(JsonMembers.text(json)));
                case "since" ->
                    JsonMembers.read(
                            json, (customer, value) -> since.put(customer, Instant.parse(JsonMembers.text(value))));
                default -> json.skipChildren();
            }
        }

        LastBatch last() {
            return new LastBatch(batch, expected, failed, since);
        }
    }
}
