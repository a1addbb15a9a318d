package dev.wau.spark.engine;

import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.Serializable;
import java.util.List;

/** The files of one task, in the order in which it reads them. */
record TaskFiles(List<TaskFile> files) implements Serializable {

    TaskFiles {
        files = List.copyOf(files);
    }

    /** Reads them from the store, small ones before they are asked for. */
    ObjectStore.Reading open(ObjectStore central) {
        List<StoredObject> objects = files.stream().map(TaskFile::object).toList();
        return central.readInOrder(objects);
    }

    /** Their bytes as stored. */
    long bytes() {
        return files.stream().mapToLong(TaskFile::bytes).sum();
    }
}
