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

    /** One file, or a range of one. */
    static TaskFiles of(TaskFile file) {
        return new TaskFiles(List.of(file));
    }

    /** Bytes that are read of them, as stored. */
    long bytes() {
        return files.stream().mapToLong(TaskFile::bytesToRead).sum();
    }
}
