package dev.wau.config.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping of a configuration file whose keys are checked against {@link Keys}. Absent and empty sections are sections
 * without settings.
 */
public final class Section {

    private final int line;
    private final String words;
    private final Problems problems;
    private final Map<String, Setting> settings;

    private Section(int line, String words, Problems problems, Map<String, Setting> settings) {
        this.line = line;
        this.words = words;
        this.problems = problems;
        this.settings = settings;
    }

    /** The section that this node holds; unknown keys, duplicates and other kinds of node are problems. */
    public static Section of(Node node, Keys keys, String words, Problems problems) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        all(node, words, problems).forEach((key, setting) -> {
            if (keys.names().contains(key)) {
                settings.put(key, setting);
            } else {
                problems.add(setting.line(), "unknown key '" + key + "'" + in(words) + guess(key, keys));
            }
        });
        return new Section(Setting.lineOf(node), words, problems, settings);
    }

    /** A section that the file doesn't have. */
    public static Section absent(int line, String words, Problems problems) {
        return new Section(line, words, problems, Map.of());
    }

    /** Every key with its setting, whatever the keys are called: the customers. */
    public static Map<String, Setting> all(Node node, String words, Problems problems) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        if (Setting.isEmpty(node)) {
            return settings;
        }
        if (!(node instanceof MappingNode mapping)) {
            problems.add(Setting.lineOf(node), "invalid " + (words.isEmpty() ? "file" : words) + " (keys with values)");
            return settings;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            add(tuple, words, problems, settings);
        }
        return settings;
    }

    private static void add(NodeTuple tuple, String words, Problems problems, Map<String, Setting> settings) {
        int line = Setting.lineOf(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
            problems.add(line, "invalid key" + in(words) + " (a plain word)");
            return;
        }
        String key = name.getValue();
        Setting setting = new Setting(key, line, tuple.getValueNode(), words, problems);
        Setting first = settings.putIfAbsent(key, setting);
        if (first != null) {
            problems.add(line, "duplicate key '" + key + "'" + in(words) + " (first in line " + first.line() + ")");
        }
    }

    /** The line of the section's start, from 1. */
    public int line() {
        return line;
    }

    /** The setting of a key that the section knows. */
    public Optional<Setting> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** The section under a key; one without settings when there is none. */
    public Section section(String key, Keys keys) {
        return setting(key)
                .map(setting -> setting.section(keys))
                .orElseGet(() -> absent(line, "'" + key + "'", problems));
    }

    /** Notes that the section as a whole breaks a rule. */
    public void wrong(String rule) {
        problems.add(line, "invalid " + words + " (" + rule + ")");
    }

    /** The section in words, such as {@code customer 'acme'}. */
    public String words() {
        return words;
    }

    public static String in(String words) {
        return words.isEmpty() ? "" : " in " + words;
    }

    private static String guess(String key, Keys keys) {
        String meant = Nearest.of(key, keys.names())
                .map(near -> " (did you mean '" + near + "'?)")
                .or(() -> keys.elsewhere(key).map(other -> " (it belongs in " + other + ")"))
                .orElse("");
        return meant + "\n  Allowed there: " + String.join(", ", keys.names());
    }
}
