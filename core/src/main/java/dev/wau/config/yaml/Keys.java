package dev.wau.config.yaml;

import java.util.List;
import java.util.Optional;

/** The keys that may stand in a section. Thread-safe. */
public interface Keys {

    /** Their names. */
    List<String> names();

    /** The section, in words, that an unknown key would belong in; empty if none knows it. */
    Optional<String> elsewhere(String key);
}
