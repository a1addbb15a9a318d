package dev.wau.proof.same;

import dev.wau.load.Warehouse;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.nio.file.Path;
import java.util.List;

/** A way of files into a new warehouse. */
interface Way {

    /** In how many loads. */
    int loads();

    /**
     * Loads these files of a central bucket.
     *
     * @param loads the files of each
     * @param folder for what is written
     * @return the warehouse, opened
     */
    Warehouse load(ObjectStore central, List<List<StoredObject>> loads, Path folder);
}
