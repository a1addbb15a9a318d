package dev.wau.config;

import dev.wau.config.yaml.Problems;
import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import java.util.Map;
import java.util.Optional;

/** The key of hashed personal data: {@code wau.yaml} says where it stands, never what it is. */
final class HashKey {

    private static final String REFERENCE = "env:";
    private static final int LEAST_LENGTH = 16;

    private HashKey() {}

    /**
     * The key, empty when nothing is hashed. What stands in its place is never shown: it may be a secret.
     *
     * @param hashing where something is hashed
     */
    static String read(Section section, Optional<Section> hashing, Map<String, String> environment, Problems problems) {
        Optional<Setting> setting = section.setting("key");
        String reference = setting.flatMap(key -> key.text("env:NAME")).orElse("");
        String name = reference.startsWith(REFERENCE) ? reference.substring(REFERENCE.length()) : "";
        if (!reference.isEmpty() && !name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            problems.add(
                    setting.map(Setting::line).orElse(0),
                    "invalid key in 'personal-data' (a secret never stands here: write env:NAME and set the variable)");
            return "";
        }
        return hashing.map(where -> resolve(name, setting, where, environment, problems))
                .orElse("");
    }

    private static String resolve(
            String name, Optional<Setting> setting, Section where, Map<String, String> environment, Problems problems) {
        if (name.isEmpty()) {
            if (setting.isEmpty()) {
                problems.add(where.line(), "no key for the columns to hash (personal-data.key: env:WAU_HASH_KEY)");
            }
            return "";
        }
        String key = environment.getOrDefault(name, "");
        if (key.length() < LEAST_LENGTH) {
            String rule = key.isEmpty() ? "is not set" : "is shorter than " + LEAST_LENGTH + " characters";
            problems.add(
                    setting.map(Setting::line).orElse(0),
                    "Cannot hash personal data: environment variable " + name + " " + rule
                            + " (the key of the hashes: a long random text, the same at every run)");
        }
        return key;
    }
}
