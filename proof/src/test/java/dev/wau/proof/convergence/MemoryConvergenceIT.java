package dev.wau.proof.convergence;

import dev.wau.proof.WarehouseKind;

final class MemoryConvergenceIT extends Convergence {

    MemoryConvergenceIT() {
        super(WarehouseKind.MEMORY);
    }
}
