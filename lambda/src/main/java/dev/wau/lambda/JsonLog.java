package dev.wau.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/** Log lines as CloudWatch Logs Insights reads them: one JSON object a line. Thread-safe. */
final class JsonLog {

    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream out;

    /** Lambda's own levels. */
    enum Level {
        INFO,
        WARN,
        ERROR
    }

    JsonLog(PrintStream out) {
        this.out = out;
    }

    /** Writes a line that is JSON already. */
    void line(String json) {
        out.println(json);
    }

    /** Writes one line. */
    void line(Level level, String message, Map<String, String> fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("timestamp", Instant.now().toString());
            json.writeStringField("level", level.name());
            json.writeStringField("message", message);
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line(line.toString());
    }
}
