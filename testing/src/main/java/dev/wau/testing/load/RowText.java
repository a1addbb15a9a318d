package dev.wau.testing.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wau.load.FileRows;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a row says of its record: time, cells and details. */
final class RowText {

    private static final JsonMapper JSON = new JsonMapper();

    private RowText() {}

    static String of(FileRows rows) {
        StringBuilder text = new StringBuilder().append(' ').append(rows.timeMicros());
        for (String column : new TreeSet<>(rows.columns())) {
            String value = rows.text(column);
            if (value != null && !column.equals("unique_identifier")) {
                text.append(' ').append(column).append('=').append(value);
            }
        }
        String details = rows.text("details");
        return details == null
                ? text.toString()
                : text.append(' ').append(members(details)).toString();
    }

    /** In one order: a warehouse may keep them in its own. */
    private static Map<?, ?> members(String details) {
        try {
            return JSON.readValue(details, TreeMap.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + details, e);
        }
    }
}
