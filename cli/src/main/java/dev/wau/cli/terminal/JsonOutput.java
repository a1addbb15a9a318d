package dev.wau.cli.terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON lines: one object a line, its {@code type} first, snake_case names, times as ISO 8601 in UTC, no field left out (null
 * says there is none). It is flat, but for lists and for what others named. Lines can be read while they come, and {@code
 * jq} takes them as they are. Not thread-safe.
 */
public final class JsonOutput implements Closeable {

    private final JsonGenerator generator;
    private boolean written;

    private JsonOutput(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes to the terminal's standard output; closing it leaves that open. */
    public static JsonOutput to(Terminal terminal) {
        return to(terminal.stream());
    }

    /** Writes to this stream. */
    public static JsonOutput to(OutputStream stream) {
        try {
            JsonGenerator generator = new JsonFactory().createGenerator(stream);
            generator.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            return new JsonOutput(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins an object. */
    public JsonOutput object(String type) {
        return object().field("type", type);
    }

    /** Begins an object without {@code type}, for fields that the user names: a query's. */
    public JsonOutput object() {
        written = true;
        return write(generator::writeStartObject);
    }

    /**
     * A field: numbers and booleans as such, null as null, a collection as a list, a map as an object, anything else by its
     * text.
     */
    public JsonOutput field(String name, @Nullable Object value) {
        return write(() -> {
            generator.writeFieldName(name);
            write(value);
        });
    }

    /** Ends the object. */
    public JsonOutput end() {
        return write(generator::writeEndObject);
    }

    @Override
    public void close() {
        write(() -> {
            if (written) {
                generator.writeRaw('\n');
            }
            generator.close();
        });
    }

    private void write(@Nullable Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigInteger whole) {
            generator.writeNumber(whole);
        } else if (value instanceof BigDecimal decimal) {
            generator.writeNumber(decimal);
        } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            generator.writeNumber(number.doubleValue());
        } else if (value instanceof Collection<?> values) {
            generator.writeStartArray();
            for (Object one : values) {
                write(one);
            }
            generator.writeEndArray();
        } else if (value instanceof Map<?, ?> members) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                generator.writeFieldName(String.valueOf(member.getKey()));
                write(member.getValue());
            }
            generator.writeEndObject();
        } else {
            generator.writeString(value.toString());
        }
    }

    private JsonOutput write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
