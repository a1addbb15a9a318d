package dev.wau.config;

import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import dev.wau.csv.HeaderRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code dialect.header}: a word, or names for a file without a header or with one that isn't believed. */
final class HeaderReader {

    private static final String RULE =
            "first-record; or {given: [names]} for files without a header; or {replaced: [names]} to skip the header";
    private static final String NAMES = "a list of names";

    private HeaderReader() {}

    static HeaderRule read(Setting setting, HeaderRule otherwise) {
        if (setting.isMapping()) {
            Section section = setting.section(Place.HEADER);
            Optional<Setting> given = section.setting("given");
            Optional<Setting> replaced = section.setting("replaced");
            if (given.isPresent() == replaced.isPresent()) {
                setting.wrong(RULE);
                return otherwise;
            }
            return given.map(names -> named(names, HeaderRule.Kind.GIVEN))
                    .orElseGet(() -> named(replaced.orElseThrow(), HeaderRule.Kind.REPLACED));
        }
        if (setting.text(RULE).filter("first-record"::equals).isPresent()) {
            return HeaderRule.FIRST_RECORD;
        }
        setting.text(RULE).ifPresent(wrong -> setting.wrong(RULE));
        return otherwise;
    }

    private static HeaderRule named(Setting setting, HeaderRule.Kind kind) {
        List<String> names = setting.texts(NAMES);
        Set<String> seen = new HashSet<>();
        names.stream()
                .filter(name -> !seen.add(name))
                .findFirst()
                .ifPresent(twice -> setting.wrong("every name once: '" + twice + "' stands twice"));
        if (names.isEmpty()) {
            setting.wrong(NAMES);
        }
        return new HeaderRule(kind, names);
    }
}
