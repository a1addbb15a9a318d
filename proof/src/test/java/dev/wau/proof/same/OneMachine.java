package dev.wau.proof.same;

import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.LoadJob;
import dev.wau.load.Warehouse;
import dev.wau.progress.Progress;
import dev.wau.proof.WarehouseKind;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The load job in this process. */
record OneMachine(WarehouseKind kind) implements Way {

    @Override
    public int loads() {
        return 3;
    }

    @Override
    public Warehouse load(ObjectStore central, List<List<StoredObject>> loads, Path folder) {
        Warehouse warehouse = kind.create(folder);
        PartOfStore part = new PartOfStore(central);
        for (List<StoredObject> files : loads) {
            part.show(files);
            new LoadJob(part, warehouse, Policies.DEFAULT, Limits.DEFAULT, InstantSource.system(), Progress.NONE)
                    .loadListing();
        }
        return warehouse;
    }

    @Override
    public String toString() {
        return kind + " by one machine";
    }
}
