package dev.wau.aggregate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.wau.complete.JsonMembers;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a file whose reading took longer than a run had.
 *
 * @param name in the source
 * @param mark the source's mark of its version
 * @param tries how many runs gave it up although it had at least half of their time
 * @param limit the most time that one of them had for reading
 */
record FileTry(String name, String mark, int tries, Duration limit) {

    /** Runs are of about one length; one that is a tenth longer is another thing. */
    private static final int NOTABLE_SHARE = 10;

    /** Whether a run of this length has notably more time. */
    boolean hadLessThan(Duration newLimit) {
        return newLimit.compareTo(limit.plus(limit.dividedBy(NOTABLE_SHARE))) > 0;
    }

    /** Tried once more. The limit only grows, so that runs of different lengths come to an end too. */
    FileTry again(Duration newLimit) {
        return new FileTry(name, mark, tries + 1, newLimit.compareTo(limit) > 0 ? newLimit : limit);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("mark", mark);
        json.writeNumberField("tries", tries);
        json.writeNumberField("limit_ms", limit.toMillis());
        json.writeEndObject();
    }

    static FileTry read(JsonParser json) throws IOException {
        Draft draft = new Draft();
        JsonMembers.read(json, draft);
        return new FileTry(
                JsonMembers.required("name", draft.name),
                JsonMembers.required("mark", draft.mark),
                draft.tries,
                Duration.ofMillis(draft.limitMillis));
    }

    private static final class Draft implements JsonMembers {
        private @Nullable String name;
        private @Nullable String mark;
        private int tries;
        private long limitMillis;

        @Override
        public void member(String member, JsonParser json) throws IOException {
            switch (member) {
                case "name" -> name = JsonMembers.text(json);
                case "mark" -> mark = JsonMembers.text(json);
                case "tries" -> tries = json.getIntValue();
                case "limit_ms" -> limitMillis = json.getLongValue();
                default -> json.skipChildren();
            }
        }
    }
}
