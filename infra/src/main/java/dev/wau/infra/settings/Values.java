package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A section's values, each with what holds where the file says nothing. A wrong value is noted as a problem of its line, and
 * reading goes on with what holds otherwise.
 */
record Values(Section section) {

    private static final Map<String, Boolean> FLAGS = flags();

    private static Map<String, Boolean> flags() {
        Map<String, Boolean> flags = new LinkedHashMap<>();
        flags.put("true", true);
        flags.put("false", false);
        return flags;
    }

    /** A text of this form. */
    String text(String key, String rule, String form, String otherwise) {
        return optional(key, rule, form).orElse(otherwise);
    }

    /** A text of this form, or none. */
    @Nullable
    String orNone(String key, String rule, String form, @Nullable String otherwise) {
        return optional(key, rule, form).orElse(otherwise);
    }

    private Optional<String> optional(String key, String rule, String form) {
        Optional<Setting> setting = section.setting(key);
        Optional<String> text = setting.flatMap(given -> given.text(rule));
        if (text.isPresent() && !text.get().matches(form)) {
            setting.ifPresent(given -> given.wrong(rule));
            return Optional.empty();
        }
        return text;
    }

    /** Texts of this form. */
    List<String> texts(String key, String rule, String form, List<String> otherwise) {
        Optional<Setting> setting = section.setting(key);
        if (setting.isEmpty()) {
            return otherwise;
        }
        List<String> texts = setting.get().texts(rule);
        if (!texts.stream().allMatch(text -> text.matches(form))) {
            setting.get().wrong(rule);
            return otherwise;
        }
        return texts;
    }

    /** Names with texts, added to those that hold otherwise; a name given again replaces. */
    Map<String, String> map(String key, String rule, String nameForm, String valueForm, Map<String, String> otherwise) {
        Map<String, String> all = new LinkedHashMap<>(otherwise);
        section.setting(key)
                .ifPresent(setting -> Section.all(setting.node(), "'" + key + "'", setting.problems())
                        .forEach((name, value) -> {
                            Optional<String> text = value.text(rule);
                            if (text.isPresent()
                                    && !(name.matches(nameForm) && text.get().matches(valueForm))) {
                                value.wrong(rule);
                            }
                            text.ifPresent(given -> all.put(name, given));
                        }));
        return all;
    }

    int number(String key, int least, int most, int otherwise) {
        return section.setting(key)
                .map(setting -> setting.number(least, most, otherwise))
                .orElse(otherwise);
    }

    /** A share, 0 to 1. */
    double share(String key, double otherwise) {
        return section.setting(key).map(setting -> setting.ratio(otherwise)).orElse(otherwise);
    }

    <T> T choice(String key, Map<String, T> allowed, T otherwise) {
        return section.setting(key)
                .map(setting -> setting.choice(allowed, otherwise))
                .orElse(otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return choice(key, FLAGS, otherwise);
    }
}
