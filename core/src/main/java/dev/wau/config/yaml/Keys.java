package dev.wau.config.yaml;

import java.util.List;
import java.util.Optional;

/** The keys that may stand in a section: one kind of several in a file. Thread-safe. */
public interface Keys {

    /** The section, in messages and docs. */
    String label();

    /** Their names. */
    List<String> names();

    /** All kinds of the file, this one too. */
    List<? extends Keys> kinds();

    /** The first section that knows a key; empty if none does. */
    default Optional<String> elsewhere(String key) {
        return kinds().stream()
                .filter(kind -> kind.names().contains(key))
                .findFirst()
                .map(Keys::label);
    }
}
