package dev.wau.config;

import dev.wau.analyse.ActiveEvents;
import dev.wau.config.yaml.Section;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads {@code active-events}. */
final class ActiveEventsReader {

    private ActiveEventsReader() {}

    static ActiveEvents read(Section section) {
        Set<String> include = events(section, "include");
        Set<String> exclude = events(section, "exclude");
        section.setting("exclude")
                .ifPresent(setting -> exclude.stream()
                        .filter(include::contains)
                        .findFirst()
                        .ifPresent(both -> setting.wrong("'" + both + "' is included too: say one of them")));
        return new ActiveEvents(include, exclude);
    }

    private static Set<String> events(Section section, String key) {
        return new LinkedHashSet<>(section.setting(key)
                .map(setting -> setting.texts("names of events"))
                .orElse(java.util.List.of()));
    }
}
