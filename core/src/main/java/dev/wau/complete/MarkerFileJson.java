package dev.wau.complete;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import dev.wau.model.Sha256;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of the marker's {@code files}: also the line of a batch's journal. Thread-safe. */
public final class MarkerFileJson {

    private MarkerFileJson() {}

    /** Writes one object. */
    public static void write(JsonGenerator json, MarkerFile file) throws IOException {
        json.writeStartObject();
        json.writeStringField("customer", file.customer().name());
        json.writeStringField("key", file.key().path());
        json.writeStringField("source_name", file.sourceName());
        json.writeNumberField("bytes", file.bytes());
        json.writeStringField("sha256", file.sha256().hex());
        json.writeStringField("etag", file.version());
        json.writeNumberField("records", file.records());
        json.writeFieldName("header");
        json.writeArray(file.header().toArray(String[]::new), 0, file.header().size());
        writeTime(json, "first_event_time", file.firstEvent());
        writeTime(json, "last_event_time", file.lastEvent());
        json.writeNumberField("rejected", file.rejected());
        writeRejects(json, file.rejects());
        writeRefusal(json, file.refusal());
        json.writeEndObject();
    }

    /**
     * Reads one object; the parser stands on its start, and on its end afterwards.
     *
     * @throws RuntimeException a member is missing or not valid
     */
    public static MarkerFile read(JsonParser json) throws IOException {
        Draft draft = new Draft();
        JsonMembers.read(json, draft);
        return draft.file();
    }

    private static void writeTime(JsonGenerator json, String name, @Nullable Instant time) throws IOException {
        if (time != null) {
            json.writeStringField(name, time.toString());
        }
    }

    private static void writeRejects(JsonGenerator json, List<Reject> rejects) throws IOException {
        json.writeArrayFieldStart("rejects");
        for (Reject reject : rejects) {
            json.writeStartObject();
            json.writeNumberField("line", reject.line());
            json.writeStringField("reason", reject.reason().code());
            json.writeStringField("message", reject.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeRefusal(JsonGenerator json, MarkerFile.@Nullable Refusal refusal) throws IOException {
        if (refusal != null) {
            json.writeObjectFieldStart("refusal");
            json.writeStringField("code", refusal.code());
            json.writeStringField("message", refusal.message());
            json.writeEndObject();
        }
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static final class Draft implements JsonMembers {
        private final List<String> header = new ArrayList<>();
        private final List<Reject> rejects = new ArrayList<>();
        private @Nullable String customer;
        private @Nullable String key;
        private @Nullable String sourceName;
        private @Nullable String sha256;
        private @Nullable Long bytes;
        private @Nullable String first;
        private @Nullable String last;
        private MarkerFile.@Nullable Refusal refusal;
        private String etag = "";
        private long records;
        private long rejected;

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "customer" -> customer = JsonMembers.text(json);
                case "key" -> key = JsonMembers.text(json);
                case "source_name" -> sourceName = JsonMembers.text(json);
                case "bytes" -> bytes = json.getLongValue();
                case "sha256" -> sha256 = JsonMembers.text(json);
                case "etag" -> etag = JsonMembers.text(json);
                case "records" -> records = json.getLongValue();
                case "header" -> JsonMembers.each(json, () -> header.add(JsonMembers.text(json)));
                case "first_event_time" -> first = JsonMembers.textOrNull(json);
                case "last_event_time" -> last = JsonMembers.textOrNull(json);
                case "rejected" -> rejected = json.getLongValue();
                case "rejects" -> JsonMembers.each(json, () -> rejects.add(RejectDraft.read(json)));
                case "refusal" -> refusal = RefusalDraft.read(json);
                default -> json.skipChildren();
            }
        }

        MarkerFile file() {
            return new MarkerFile(
                    new Customer(JsonMembers.required("customer", customer)),
                    new ObjectKey(JsonMembers.required("key", key)),
                    JsonMembers.required("source_name", sourceName),
                    JsonMembers.required("bytes", bytes),
                    new Sha256(JsonMembers.required("sha256", sha256)),
                    etag,
                    records,
                    header,
                    time(first),
                    time(last),
                    rejected,
                    rejects,
                    refusal);
        }
    }

    private static final class RejectDraft implements JsonMembers {
        private long line;
        private @Nullable String reason;
        private String message = "";

        static Reject read(JsonParser json) throws IOException {
            RejectDraft draft = new RejectDraft();
            JsonMembers.read(json, draft);
            RejectReason reason = RejectReason.of(JsonMembers.required("reason", draft.reason));
            return new Reject(draft.line, reason, draft.message, null);
        }

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "line" -> line = json.getLongValue();
                case "reason" -> reason = JsonMembers.text(json);
                case "message" -> message = JsonMembers.text(json);
                default -> json.skipChildren();
            }
        }
    }

    private static final class RefusalDraft implements JsonMembers {
        private @Nullable String code;
        private String message = "";

        static MarkerFile.Refusal read(JsonParser json) throws IOException {
            RefusalDraft draft = new RefusalDraft();
            JsonMembers.read(json, draft);
            return new MarkerFile.Refusal(JsonMembers.required("code", draft.code), draft.message);
        }

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "code" -> code = JsonMembers.text(json);
                case "message" -> message = JsonMembers.text(json);
                default -> json.skipChildren();
            }
        }
    }
}
