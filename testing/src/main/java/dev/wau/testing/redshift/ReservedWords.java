package dev.wau.testing.redshift;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that Redshift takes for names only in quotes, as its developer guide lists them. */
final class ReservedWords {

    static final Set<String> ALL = read();

    private ReservedWords() {}

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(ReservedWords.class.getResourceAsStream("reserved-words.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read reserved-words.txt", e);
        }
    }
}
