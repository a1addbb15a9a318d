package dev.wau.proof.convergence;

import dev.wau.proof.ProofRecord;
import dev.wau.proof.ProofSettings;
import dev.wau.proof.WarehouseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * Any history converges. How many are tried is {@code proof.histories}, which the build gives to jqwik as its default
 * number of tries.
 */
abstract class Convergence {

    private static final Map<WarehouseKind, Tally> TALLIES = new ConcurrentHashMap<>();

    private final WarehouseKind kind;
    private final Path folder = folder();

    Convergence(WarehouseKind kind) {
        this.kind = kind;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void any_history_ends_in_the_table_that_the_oracle_says(@ForAll("histories") History history) {
        history.run(kind, folder, tally());
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    /** A failure is reported by its exception; what converged is recorded. */
    @AfterProperty
    void record() {
        if (tally().histories() >= ProofSettings.histories()) {
            ProofRecord.add("convergence", kind.toString(), tally().toString());
        }
    }

    private Tally tally() {
        return TALLIES.computeIfAbsent(kind, none -> new Tally());
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of("target", "convergence"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
