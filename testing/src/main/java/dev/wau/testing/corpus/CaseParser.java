package dev.wau.testing.corpus;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one case: settings {@code key: value}, and blocks {@code key:} of lines that start with {@code |}. */
final class CaseParser {

    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, List<String>> blocks = new HashMap<>();

    private CaseParser() {}

    static CsvCase parse(String topic, List<String> lines) {
        CaseParser parser = new CaseParser();
        String block = "";
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("|")) {
                parser.block(block).add(line.substring(1));
                continue;
            }
            String[] parts = line.split(": ?", 2);
            block = parts[0];
            parser.settings.put(block, parts[1]);
        }
        return parser.build(topic + ": " + lines.get(0).substring(4));
    }

    private CsvCase build(String name) {
        StoredBytes file = new StoredBytes(input());
        for (String step : settings.getOrDefault("stored", "").split(", ")) {
            file = step.isEmpty() ? file : file.after(step);
        }
        List<String> rejects = new ArrayList<>();
        List<String> raws = new ArrayList<>();
        for (String line : texts("rejects")) {
            (line.startsWith("raw ") ? raws : rejects).add(line);
        }
        return new CsvCase(
                name, CaseRules.of(settings), file, texts("layout"), texts("records"), rejects, raws, refusal());
    }

    private @Nullable String refusal() {
        String reason = settings.get("refusal");
        return reason == null ? null : String.join("\\n", prepend(reason, texts("refusal")));
    }

    private static List<String> prepend(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private List<String> block(String key) {
        return blocks.computeIfAbsent(key, any -> new ArrayList<>());
    }

    /** Without the space that sets text off from its bar. */
    private List<String> texts(String key) {
        return block(key).stream()
                .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                .toList();
    }

    /** The lines' bytes one after the other; {@code |*N text} stands N times. */
    private byte[] input() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : block("input")) {
            boolean repeated = line.startsWith("*");
            int times = repeated ? Integer.parseInt(line.substring(1, line.indexOf(' '))) : 1;
            byte[] text = Escapes.bytes(line.substring(line.indexOf(' ') + 1));
            for (int i = 0; i < times; i++) {
                bytes.writeBytes(text);
            }
        }
        return bytes.toByteArray();
    }
}
