package dev.wau.lambda;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.wau.complete.JsonMembers;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bucket's name and the object's key, as S3's notifications and EventBridge's details both have them. */
final class ObjectDraft implements JsonMembers {

    private @Nullable String bucket;
    private @Nullable String key;

    private ObjectDraft() {}

    static ObjectDraft read(JsonParser json) throws IOException {
        ObjectDraft draft = new ObjectDraft();
        JsonMembers.read(json, draft);
        return draft;
    }

    @Override
    public void member(String name, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            // Other services' details have members of these names, too.
            json.skipChildren();
        } else {
            JsonMembers.read(json, (member, value) -> text(name + "." + member, value));
        }
    }

    private void text(String path, JsonParser json) throws IOException {
        switch (path) {
            case "bucket.name" -> bucket = JsonMembers.text(json);
            case "object.key" -> key = JsonMembers.text(json);
            default -> json.skipChildren();
        }
    }

    String bucket() {
        return JsonMembers.required("bucket.name", bucket);
    }

    String key() {
        return JsonMembers.required("object.key", key);
    }
}
