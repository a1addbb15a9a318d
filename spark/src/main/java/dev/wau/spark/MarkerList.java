package dev.wau.spark;

import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import java.util.Arrays;
import java.util.List;

/** The markers that an argument names. */
final class MarkerList {

    private MarkerList() {}

    /**
     * Their keys, in the order given. A comma separates two, unless the whole is the key of one: a marker that another
     * program writes may be called anything.
     *
     * @param text keys in the central bucket, or their URIs
     */
    static List<ObjectKey> of(String text, ObjectStore central) {
        if (text.contains(",") && central.find(key(text, central)).isPresent()) {
            return List.of(key(text, central));
        }
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> key(part, central))
                .toList();
    }

    private static ObjectKey key(String text, ObjectStore central) {
        String place = central.location().toString();
        String folder = place.endsWith("/") ? place : place + "/";
        return new ObjectKey(text.startsWith(folder) ? text.substring(folder.length()) : text);
    }
}
