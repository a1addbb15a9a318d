package dev.wau.aws.logs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads an event's text, as the product logs it: {@code {"message": {"event": ..., "userAgent": ..., "ipAddress": ...,
 * "details": {...}}}}. What stands beside {@code message} is the logger's, and isn't read. A member's value is its text:
 * a number with the digits it was written with, an object or array as the JSON that stands there, {@code null} as empty.
 * Not thread-safe.
 */
final class AuditMessage {

    private static final String DETAILS = "details";

    // As long as an event can be. Two members of one name would leave it open which of them counts.
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNumberLength(2 << 20).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final String text;
    private final JsonParser json;
    private final Map<String, String> members = new LinkedHashMap<>();
    private final Map<String, String> details = new LinkedHashMap<>();

    private AuditMessage(String text, JsonParser json) {
        this.text = text;
        this.json = json;
    }

    /** The cells by the names of their columns, without empty ones; none at all if the text is no event's. */
    static Map<String, String> cells(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            AuditMessage message = new AuditMessage(text, json);
            message.read();
            return EventCells.of(message.members, message.details);
        } catch (IOException e) {
            // No JSON, or none of this shape: there is nothing else to fail in a text.
            return Map.of();
        }
    }

    private void read() throws IOException {
        require(JsonToken.START_OBJECT, json.nextToken());
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isMessage = json.currentName().equals("message");
            if (json.nextToken() == JsonToken.START_OBJECT && isMessage) {
                readMessage();
            } else {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new IOException("Text after the object");
        }
    }

    private void readMessage() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_OBJECT && name.equals(DETAILS)) {
                readDetails();
            } else {
                members.put(name, value());
            }
        }
    }

    private void readDetails() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            details.put(name, value());
        }
    }

    private String value() throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (!token.isStructStart()) {
            return json.getText();
        }
        int start = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        return text.substring(start, (int) json.currentLocation().getCharOffset());
    }

    private static void require(JsonToken wanted, JsonToken found) throws IOException {
        if (found != wanted) {
            throw new IOException("Not " + wanted);
        }
    }
}
