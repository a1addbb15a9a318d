package dev.wau.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.wau.model.WauException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of the embedded catalog while it is read. Unknown members are skipped: newer ones may come. */
final class CatalogTableDraft {

    private final List<CatalogColumn> columns = new ArrayList<>();
    private final List<CatalogColumn> partitions = new ArrayList<>();
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private @Nullable TableFormat format;
    private @Nullable CatalogConnection connection;
    private int version;

    /** Takes the object on whose start the parser stands. */
    void read(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "version" -> version = json.getIntValue();
                case "columns" -> columns(json, columns);
                case "partitions" -> columns(json, partitions);
                case "parameters" -> parameters.putAll(texts(json));
                case "reader" -> format = format(json);
                case "connection" -> connection = connection(json);
                default -> text(name, json, texts);
            }
        }
    }

    CatalogTable table() throws IOException {
        if (!CatalogTableJson.FORMAT.equals(texts.get("format"))) {
            throw new DamagedTableException("'format' isn't '" + CatalogTableJson.FORMAT + "'");
        }
        if (version > CatalogTableJson.VERSION) {
            throw new NewerTableException(version, CatalogTableJson.VERSION);
        }
        if (version != CatalogTableJson.VERSION) {
            throw new DamagedTableException(
                    "its version is " + version + ", this wau knows " + CatalogTableJson.VERSION);
        }
        return new CatalogTable(
                name(), text("location"), columns, partitions, text("description"), parameters, format, connection);
    }

    private TableName name() throws IOException {
        try {
            return new TableName(text("database"), text("table"));
        } catch (WauException e) {
            throw new DamagedTableException(String.valueOf(e.getMessage()), e);
        }
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }

    private static void columns(JsonParser json, List<CatalogColumn> columns) throws IOException {
        String name = json.currentName();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new DamagedTableException("'" + name + "' isn't an array");
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> column = texts(json);
            if (column.getOrDefault("name", "").isEmpty() || !column.containsKey("type")) {
                throw new DamagedTableException("an entry of '" + name + "' has no name or no type that is a text");
            }
            columns.add(new CatalogColumn(
                    column.getOrDefault("name", ""),
                    column.getOrDefault("type", ""),
                    column.getOrDefault("comment", "")));
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw new DamagedTableException("an entry of '" + name + "' isn't an object");
        }
    }

    private static TableFormat format(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, String> settings = new HashMap<>();
        requireObject(json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("settings")) {
                settings.putAll(texts(json));
            } else {
                text(name, json, texts);
            }
        }
        return new TableFormat(
                texts.getOrDefault("input", ""),
                texts.getOrDefault("output", ""),
                texts.getOrDefault("class", ""),
                settings);
    }

    private static CatalogConnection connection(JsonParser json) throws IOException {
        Map<String, String> texts = texts(json);
        return new CatalogConnection(
                texts.getOrDefault("name", ""), texts.getOrDefault("url", ""), texts.get("secret"));
    }

    private static Map<String, String> texts(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        requireObject(json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            text(name, json, texts);
        }
        return texts;
    }

    private static void text(String name, JsonParser json, Map<String, String> into) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            into.put(name, json.getText());
        } else {
            json.skipChildren();
        }
    }

    private static void requireObject(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new DamagedTableException("'" + json.currentName() + "' isn't an object");
        }
    }
}
