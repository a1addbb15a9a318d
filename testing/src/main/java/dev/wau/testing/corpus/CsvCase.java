package dev.wau.testing.corpus;

import dev.wau.csv.ReadRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of the corpus and what reading it must give.
 *
 * @param name the rule it holds, and where it stands
 * @param rules how it is read
 * @param file its bytes as they are stored, compressed or not
 * @param layout {@code header: target PLACEMENT ROLE} for every column; empty where the case doesn't say
 * @param records {@code line: [cell] [cell]}, with escapes
 * @param rejects {@code line reason: message}, or without the message where the case doesn't say
 * @param raws the rejects' raw texts, with escapes; empty where the case doesn't say
 * @param refusal {@code reason: message} of the file's refusal, or null
 */
public record CsvCase(
        String name,
        ReadRules rules,
        StoredBytes file,
        List<String> layout,
        List<String> records,
        List<String> rejects,
        List<String> raws,
        @Nullable String refusal) {

    public CsvCase {
        layout = List.copyOf(layout);
        records = List.copyOf(records);
        rejects = List.copyOf(rejects);
        raws = List.copyOf(raws);
    }

    @Override
    public String toString() {
        return name;
    }
}
