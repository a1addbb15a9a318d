package dev.wau.proof.convergence;

import dev.wau.proof.WarehouseKind;

final class DuckDbConvergenceIT extends Convergence {

    DuckDbConvergenceIT() {
        super(WarehouseKind.DUCKDB);
    }
}
