package dev.wau.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The reply to an event source mapping that reports the failures of a batch item by item; harmless elsewhere. */
final class BatchReply {

    private static final JsonFactory JSON = new JsonFactory();

    private BatchReply() {}

    static void write(OutputStream reply, List<String> failedMessages) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(reply)) {
            json.writeStartObject();
            json.writeArrayFieldStart("batchItemFailures");
            for (String id : failedMessages) {
                json.writeStartObject();
                json.writeStringField("itemIdentifier", id);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
