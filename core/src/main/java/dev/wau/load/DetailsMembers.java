package dev.wau.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of a row's {@code details}: header names and cells. */
final class DetailsMembers {

    private static final JsonFactory JSON = new JsonFactory();

    private DetailsMembers() {}

    /** By name; one member without a name if the text is not such an object, which no cell ever gives. */
    static Map<String, String> of(@Nullable String details) {
        Map<String, String> members = new TreeMap<>();
        if (details == null) {
            return members;
        }
        try (JsonParser json = JSON.createParser(details)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                members.put(name, json.getValueAsString(""));
            }
        } catch (IOException e) {
            members.put("", details);
        }
        return members;
    }
}
