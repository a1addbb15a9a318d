package dev.wau.aggregate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.wau.complete.JsonMembers;
import dev.wau.model.BatchId;
import dev.wau.model.Sha256;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A line of a ledger. */
final class LedgerEntryJson {

    private LedgerEntryJson() {}

    static void write(JsonGenerator json, LedgerEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", entry.name());
        json.writeStringField("mark", entry.mark());
        json.writeStringField("rules", entry.rules());
        json.writeNumberField("bytes", entry.bytes());
        json.writeStringField("sha256", entry.sha256().hex());
        json.writeStringField("etag", entry.etag());
        json.writeNumberField("rejected", entry.rejected());
        if (entry.refusal() != null) {
            json.writeStringField("refusal", entry.refusal());
        }
        json.writeStringField("batch", entry.batch().value());
        json.writeEndObject();
    }

    static LedgerEntry read(JsonParser json) throws IOException {
        Draft draft = new Draft();
        JsonMembers.read(json, draft);
        return draft.entry();
    }

    private static final class Draft implements JsonMembers {
        private @Nullable String name;
        private @Nullable String mark;
        private @Nullable String rules;
        private @Nullable String sha256;
        private @Nullable String etag;
        private @Nullable String refusal;
        private @Nullable String batch;
        private long bytes;
        private long rejected;

        @Override
        public void member(String member, JsonParser json) throws IOException {
            switch (member) {
                case "name" -> name = JsonMembers.text(json);
                case "mark" -> mark = JsonMembers.text(json);
                case "rules" -> rules = JsonMembers.text(json);
                case "bytes" -> bytes = json.getLongValue();
                case "sha256" -> sha256 = JsonMembers.text(json);
                case "etag" -> etag = JsonMembers.text(json);
                case "rejected" -> rejected = json.getLongValue();
                case "refusal" -> refusal = JsonMembers.text(json);
                case "batch" -> batch = JsonMembers.text(json);
                default -> json.skipChildren();
            }
        }

        LedgerEntry entry() {
            return new LedgerEntry(
                    JsonMembers.required("name", name),
                    JsonMembers.required("mark", mark),
                    JsonMembers.required("rules", rules),
                    bytes,
                    new Sha256(JsonMembers.required("sha256", sha256)),
                    JsonMembers.required("etag", etag),
                    rejected,
                    refusal,
                    new BatchId(JsonMembers.required("batch", batch)));
        }
    }
}
