package dev.wau.proof.convergence;

import dev.wau.proof.WarehouseKind;

final class PostgreSqlConvergenceIT extends Convergence {

    PostgreSqlConvergenceIT() {
        super(WarehouseKind.POSTGRESQL);
    }
}
