package dev.wau.aggregate;

import com.fasterxml.jackson.core.JsonParser;
import dev.wau.complete.JsonMembers;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import java.io.IOException;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The customers' ledgers: {@code state/aggregate/ledger/<customer>.jsonl}, a header line and a line a file. */
final class Ledgers {

    private static final String FORMAT = "wau-ledger";
    private static final int VERSION = 1;

    private final StateFiles state;

    Ledgers(StateFiles state) {
        this.state = state;
    }

    /** The customer's ledger; an empty one if there is none that can be read. */
    Ledger read(Customer customer) {
        Reading reading = new Reading();
        return state.read(key(customer), reading::line) ? reading.ledger : Ledger.empty();
    }

    void write(Customer customer, Ledger ledger) {
        state.write(key(customer), json -> {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("customer", customer.name());
            json.writeArrayFieldStart("columns");
            for (String column : ledger.columns()) {
                json.writeString(column);
            }
            json.writeEndArray();
            json.writeEndObject();
            for (LedgerEntry entry : ledger.sorted().values()) {
                LedgerEntryJson.write(json, entry);
            }
        });
    }

    private static ObjectKey key(Customer customer) {
        return new ObjectKey("state/aggregate/ledger/" + customer.name() + ".jsonl");
    }

    private static final class Reading implements JsonMembers {
        private final Ledger ledger = new Ledger(new TreeMap<>(), new TreeSet<>());
        private @Nullable String format;
        private int version;

        void line(JsonParser json) throws IOException {
            if (format == null) {
                JsonMembers.read(json, this);
                if (!FORMAT.equals(format) || version != VERSION) {
                    throw new IOException("not a ledger of this version");
                }
                return;
            }
            LedgerEntry entry = LedgerEntryJson.read(json);
            ledger.entries().put(entry.name(), entry);
        }

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "format" -> format = JsonMembers.text(json);
                case "version" -> version = json.getIntValue();
                case "columns" -> JsonMembers.each(json, () -> ledger.columns().add(JsonMembers.text(json)));
                default -> json.skipChildren();
            }
        }
    }
}
