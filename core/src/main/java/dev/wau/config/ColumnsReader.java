package dev.wau.config;

import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import dev.wau.csv.ColumnRoles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code columns}: which of a source's columns are time, event, user. */
final class ColumnsReader {

    private static final String NONE = "none";

    private ColumnsReader() {}

    static ColumnRoles read(Section section, ColumnRoles base) {
        List<String> timestamp = section.setting("timestamp")
                .map(ColumnsReader::timestamp)
                .filter(names -> !names.isEmpty())
                .orElse(base.timestamp());
        String event = section.setting("event")
                .flatMap(setting -> setting.text("a column's name"))
                .orElse(base.event());
        return new ColumnRoles(
                timestamp,
                event,
                optional(section, "user_id", base.userId()),
                optional(section, "user_agent", base.userAgent()),
                optional(section, "unique_identifier", base.uniqueIdentifier()));
    }

    private static List<String> timestamp(Setting setting) {
        String rule = "a column's name, or a list of names whose cells are joined by a space";
        List<String> names = setting.texts(rule);
        if (names.isEmpty()) {
            setting.wrong(rule);
        }
        return names;
    }

    private static @Nullable String optional(Section section, String key, @Nullable String base) {
        Setting setting = section.setting(key).orElse(null);
        if (setting == null) {
            return base;
        }
        String name = setting.text("a column's name, or none").orElse(NONE);
        return name.equals(NONE) ? null : name;
    }
}
