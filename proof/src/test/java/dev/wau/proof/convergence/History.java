package dev.wau.proof.convergence;

import dev.wau.csv.RowIdentity;
import dev.wau.load.Warehouse;
import dev.wau.proof.WarehouseKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Steps, one after the other, and what makes rows of different files equal. */
record History(RowIdentity identity, List<Operation> operations) {

    /** Goes through it on a new warehouse, with a look at the tables after each run, and heals it. */
    void run(WarehouseKind kind, Path folder, Tally tally) {
        try (Warehouse warehouse = kind.create(folder)) {
            Site site = new Site(warehouse, identity, tally);
            for (Operation operation : operations) {
                operation.run(site);
                if (operation.loads()) {
                    site.check();
                }
            }
            site.heal();
        }
        tally.history();
    }

    @Override
    public String toString() {
        return "\n  duplicates: " + identity.name().toLowerCase(Locale.ROOT)
                + operations.stream().map(operation -> "\n  " + operation).collect(Collectors.joining());
    }
}
