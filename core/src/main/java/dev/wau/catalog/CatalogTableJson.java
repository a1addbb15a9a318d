package dev.wau.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table as the embedded catalog keeps it: docs/formats.md. Thread-safe. */
final class CatalogTableJson {

    static final String FORMAT = "wau-catalog-table";
    static final int VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private CatalogTableJson() {}

    static byte[] write(CatalogTable table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("database", table.name().database());
            json.writeStringField("table", table.name().table());
            json.writeStringField("location", table.location());
            json.writeStringField("description", table.description());
            columns(json, "columns", table.columns());
            columns(json, "partitions", table.partitions());
            texts(json, "parameters", table.parameters());
            reader(json, table.format());
            connection(json, table.connection());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void columns(JsonGenerator json, String name, List<CatalogColumn> columns) throws IOException {
        json.writeArrayFieldStart(name);
        for (CatalogColumn column : columns) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("type", column.type());
            json.writeStringField("comment", column.comment());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    private static void reader(JsonGenerator json, @Nullable TableFormat format) throws IOException {
        if (format != null) {
            json.writeObjectFieldStart("reader");
            json.writeStringField("input", format.input());
            json.writeStringField("output", format.output());
            json.writeStringField("class", format.reader());
            texts(json, "settings", format.settings());
            json.writeEndObject();
        }
    }

    private static void connection(JsonGenerator json, @Nullable CatalogConnection connection) throws IOException {
        if (connection != null) {
            json.writeObjectFieldStart("connection");
            json.writeStringField("name", connection.name());
            json.writeStringField("url", connection.url());
            if (connection.secret() != null) {
                json.writeStringField("secret", connection.secret());
            }
            json.writeEndObject();
        }
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }

    /**
     * Reads one.
     *
     * @throws DamagedTableException it isn't JSON, or not a table; the message says which
     * @throws NewerTableException it is one of a newer version
     */
    static CatalogTable read(byte[] content) throws UnreadTableException {
        try (JsonParser json = JSON.createParser(content)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new DamagedTableException("it isn't a JSON object");
            }
            CatalogTableDraft draft = new CatalogTableDraft();
            draft.read(json);
            if (json.nextToken() != null) {
                throw new DamagedTableException("something stands behind its end");
            }
            return draft.table();
        } catch (UnreadTableException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw new DamagedTableException("it is no JSON or not whole" + line(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
