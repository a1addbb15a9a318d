package dev.wau.config;

import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what AWS Glue is used for. */
final class GlueReader {

    private static final String NAME = "1 to 200 small letters, digits and _";

    private GlueReader() {}

    static GlueRules read(Section section) {
        String database = text(section.setting("database"), NAME, "[a-z0-9_]{1,200}");
        String prefix = onlyWith(database, section, "table-prefix", NAME, "[a-z0-9_]{1,200}");
        return new GlueRules(
                text(section.setting("job"), "the name of a Glue job", ".+"),
                database,
                prefix == null ? "" : prefix,
                onlyWith(database, section, "connection", "the name of a Glue connection", "\\P{Cntrl}{1,255}"));
    }

    private static @Nullable String onlyWith(
            @Nullable String database, Section section, String key, String rule, String pattern) {
        Optional<Setting> setting = section.setting(key);
        if (database == null && section.setting("database").isEmpty()) {
            setting.ifPresent(given -> given.wrong("only with a database, in which the tables are listed"));
            return null;
        }
        return text(setting, rule, pattern);
    }

    private static @Nullable String text(Optional<Setting> setting, String rule, String pattern) {
        Optional<String> text = setting.flatMap(given -> given.text(rule));
        if (text.isPresent() && !text.get().matches(pattern)) {
            setting.ifPresent(given -> given.wrong(rule));
            return null;
        }
        return text.orElse(null);
    }
}
