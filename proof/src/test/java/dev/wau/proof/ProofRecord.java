package dev.wau.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a run of the proofs saw, one line of a Markdown table each: {@code proof/target/proof.md}. Thread-safe. */
public final class ProofRecord {

    private static final Path FILE = Path.of(System.getProperty("proof.record", "target/proof.md"));

    private ProofRecord() {}

    /**
     * Adds a line.
     *
     * @param promise what was proved
     * @param warehouse on which
     * @param numbers how much of it, for example {@code "2,000 histories, 18,204 runs, 0 differences"}
     */
    public static synchronized void add(String promise, String warehouse, String numbers) {
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(
                    FILE,
                    "| " + promise + " | " + warehouse + " | " + numbers + " |\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
