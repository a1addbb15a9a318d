package dev.wau.aggregate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.wau.complete.JsonMembers;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the parts of a batch ended: {@code state/aggregate/batch/<id>.done-<round>.<part>.json}, written once for each. So
 * one listing tells which parts are done. Thread-safe.
 */
final class PartOutcomes {

    private static final Pattern NUMBER = Pattern.compile("([0-9]{5})\\.json");
    private static final String FORMAT = "wau-part";
    private static final int VERSION = 1;

    private final StateFiles state;

    PartOutcomes(StateFiles state) {
        this.state = state;
    }

    /** The parts that are still to do in this round. */
    NavigableSet<Integer> undone(Batch.Head head, PartPlan plan) {
        NavigableSet<Integer> undone = new TreeSet<>();
        for (int number = 1; number <= plan.size(); number++) {
            undone.add(number);
        }
        String prefix = prefix(head, plan);
        for (ObjectKey key : state.keys(prefix)) {
            Matcher number = NUMBER.matcher(key.path().substring(prefix.length()));
            if (number.matches()) {
                undone.remove(Integer.valueOf(number.group(1)));
            }
        }
        return undone;
    }

    boolean isDone(Batch.Head head, PartPlan plan, int number) {
        return read(key(head, plan, number)) != null;
    }

    /** The part is done; nothing happens if it was already. */
    void write(Batch.Head head, PartPlan plan, int number, List<CustomerEnd> ends) {
        ObjectKey key = key(head, plan, number);
        if (!state.create(key, json -> write(json, ends)) && read(key) == null) {
            state.write(key, json -> write(json, ends));
        }
    }

    /** How all customers ended; null if a part is still to do. What can't be read is to do again. */
    @Nullable
    List<CustomerEnd> all(Batch.Head head, PartPlan plan) {
        if (!undone(head, plan).isEmpty()) {
            return null;
        }
        List<CustomerEnd> all = new ArrayList<>();
        for (int number = 1; number <= plan.size(); number++) {
            ObjectKey key = key(head, plan, number);
            List<CustomerEnd> ends = read(key);
            if (ends == null) {
                state.delete(key);
                return null;
            }
            all.addAll(ends);
        }
        return all;
    }

    private @Nullable List<CustomerEnd> read(ObjectKey key) {
        Reading reading = new Reading();
        return state.read(key, json -> JsonMembers.read(json, reading)) ? reading.customers() : null;
    }

    private static void write(JsonGenerator json, List<CustomerEnd> ends) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeNumberField("version", VERSION);
        json.writeArrayFieldStart("customers");
        for (CustomerEnd end : ends) {
            json.writeStartObject();
            json.writeStringField("customer", end.customer().name());
            if (end.error() != null) {
                json.writeStringField("error", end.error());
            }
            if (end.newest() != null) {
                json.writeStringField("newest", end.newest().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static ObjectKey key(Batch.Head head, PartPlan plan, int number) {
        return new ObjectKey(prefix(head, plan) + String.format(Locale.ROOT, "%05d.json", number));
    }

    private static String prefix(Batch.Head head, PartPlan plan) {
        return Segments.FOLDER + head.id() + String.format(Locale.ROOT, ".done-%05d.", plan.round());
    }

    private static final class Reading implements JsonMembers {
        private final List<CustomerEnd> customers = new ArrayList<>();
        private @Nullable String format;
        private int version;

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "format" -> format = JsonMembers.text(json);
                case "version" -> version = json.getIntValue();
                case "customers" -> JsonMembers.each(json, () -> customers.add(EndReading.read(json)));
                default -> json.skipChildren();
            }
        }

        @Nullable
        List<CustomerEnd> customers() {
            return FORMAT.equals(format) && version == VERSION ? customers : null;
        }
    }

    private static final class EndReading implements JsonMembers {
        private @Nullable String customer;
        private @Nullable String error;
        private @Nullable Instant newest;

        static CustomerEnd read(JsonParser json) throws IOException {
            EndReading reading = new EndReading();
            JsonMembers.read(json, reading);
            return new CustomerEnd(
                    new Customer(JsonMembers.required("customer", reading.customer)), reading.error, reading.newest);
        }

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "customer" -> customer = JsonMembers.text(json);
                case "error" -> error = JsonMembers.text(json);
                case "newest" -> newest = Instant.parse(JsonMembers.text(json));
                default -> json.skipChildren();
            }
        }
    }
}
