package dev.wau.testing.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The corpus under {@code /corpus}: one text file a topic, many cases in each. A case starts with {@code === its rule};
 * {@code corpus/README.md} tells the rest of the form.
 */
public final class CsvCorpus {

    private static final List<String> TOPICS = List.of(
            "cells", "lines", "recovery", "dialects", "encodings", "compression", "headers", "limits", "records");

    private CsvCorpus() {}

    /** All cases, in their files' order. */
    public static List<CsvCase> cases() {
        return TOPICS.stream().flatMap(topic -> cases(topic).stream()).toList();
    }

    private static List<CsvCase> cases(String topic) {
        List<CsvCase> cases = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : text(topic).split("\n")) {
            if (line.startsWith("=== ") && !lines.isEmpty()) {
                cases.add(CaseParser.parse(topic, lines));
                lines.clear();
            }
            boolean comment = line.startsWith("#") || line.isBlank();
            if (!comment) {
                lines.add(line);
            }
        }
        cases.add(CaseParser.parse(topic, lines));
        return cases;
    }

    private static String text(String topic) {
        String resource = "/corpus/" + topic + ".txt";
        try (InputStream in = Objects.requireNonNull(CsvCorpus.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
