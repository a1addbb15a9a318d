package dev.wau.aggregate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.wau.complete.JsonMembers;
import dev.wau.complete.MarkerFile;
import dev.wau.complete.MarkerFileJson;
import dev.wau.model.Customer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a batch's journal. */
final class JournalEntryJson {

    private JournalEntryJson() {}

    static void write(JsonGenerator json, JournalEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("customer", entry.customer().name());
        json.writeFieldName("ledger");
        LedgerEntryJson.write(json, entry.ledger());
        if (entry.file() != null) {
            json.writeFieldName("file");
            MarkerFileJson.write(json, entry.file());
        }
        json.writeArrayFieldStart("removed");
        for (String column : entry.removed()) {
            json.writeString(column);
        }
        json.writeEndArray();
        json.writeBooleanField("replaced", entry.replaced());
        json.writeEndObject();
    }

    static JournalEntry read(JsonParser json) throws IOException {
        Draft draft = new Draft();
        JsonMembers.read(json, draft);
        return new JournalEntry(
                new Customer(JsonMembers.required("customer", draft.customer)),
                JsonMembers.required("ledger", draft.ledger),
                draft.file,
                draft.removed,
                draft.replaced);
    }

    private static final class Draft implements JsonMembers {
        private final List<String> removed = new ArrayList<>();
        private @Nullable String customer;
        private @Nullable LedgerEntry ledger;
        private @Nullable MarkerFile file;
        private boolean replaced;

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "customer" -> customer = JsonMembers.text(json);
                case "ledger" -> ledger = LedgerEntryJson.read(json);
                case "file" -> file = MarkerFileJson.read(json);
                case "removed" -> JsonMembers.each(json, () -> removed.add(JsonMembers.text(json)));
                case "replaced" -> replaced = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
    }
}
