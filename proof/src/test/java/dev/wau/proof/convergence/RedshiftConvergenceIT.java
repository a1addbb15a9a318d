package dev.wau.proof.convergence;

import dev.wau.proof.WarehouseKind;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Fewer histories than elsewhere: each takes some hundred statements through the stand-in. */
final class RedshiftConvergenceIT extends Convergence {

    RedshiftConvergenceIT() {
        super(WarehouseKind.REDSHIFT);
    }

    @Override
    @Property(tries = 4, edgeCases = EdgeCasesMode.NONE)
    void any_history_ends_in_the_table_that_the_oracle_says(@ForAll("histories") History history) {
        super.any_history_ends_in_the_table_that_the_oracle_says(history);
    }
}
