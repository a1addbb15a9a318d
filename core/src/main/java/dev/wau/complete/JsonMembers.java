package dev.wau.complete;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the members of a JSON object one by one, as they stream by. What breaks a rule ends in a {@link RuntimeException}
 * or {@link IOException}; the caller knows what the text was meant to be, and says so.
 */
public interface JsonMembers {

    /** One member; the parser stands on its value, and must stand on that value's last token afterwards. */
    void member(String name, JsonParser json) throws IOException;

    /** What is done where the parser stands. */
    interface Action {
        void run() throws IOException;
    }

    /** Reads one object; the parser stands on it or just before it. */
    static void read(JsonParser json, JsonMembers members) throws IOException {
        JsonToken token = json.hasCurrentToken() ? json.currentToken() : json.nextToken();
        require(token == JsonToken.START_OBJECT, "an object", json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            members.member(name, json);
        }
    }

    /** Runs the action on each element of the array where the parser stands. */
    static void each(JsonParser json, Action action) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, "an array", json);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            action.run();
        }
    }

    /** The text where the parser stands. */
    static String text(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING, "a text", json);
        return json.getText();
    }

    /** The text where the parser stands, or null for a JSON null. */
    static @Nullable String textOrNull(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : text(json);
    }

    /** The value of a member that must be there. */
    static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new MarkerFormatException("'" + name + "' is missing");
        }
        return value;
    }

    private static void require(boolean holds, String what, JsonParser json) throws IOException {
        if (!holds) {
            throw new MarkerFormatException("'" + json.currentName() + "' must be " + what + " at line "
                    + json.currentLocation().getLineNr());
        }
    }
}
