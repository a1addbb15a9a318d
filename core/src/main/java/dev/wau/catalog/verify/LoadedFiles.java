package dev.wau.catalog.verify;

import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that the load history holds, and which of them stand in {@code csv/} no more.
 *
 * @param all of them
 * @param gone by key
 */
public record LoadedFiles(Set<ObjectKey> all, List<ObjectKey> gone) {

    /** Nothing was ever loaded. */
    public static final LoadedFiles NONE = new LoadedFiles(Set.of(), List.of());

    public LoadedFiles {
        all = Set.copyOf(all);
        gone = List.copyOf(gone);
    }

    /** Looks at both; one listing. */
    public static LoadedFiles of(LoadHistory history, ObjectStore central) {
        Set<ObjectKey> loaded = history.files(LoadHistory.Filter.ALL).stream()
                .filter(HistoryFile::isLive)
                .map(file -> file.version().key())
                .collect(Collectors.toCollection(HashSet::new));
        TreeSet<ObjectKey> gone = new TreeSet<>(loaded);
        try (Stream<StoredObject> objects = central.list("csv/")) {
            objects.map(StoredObject::key).forEach(gone::remove);
        }
        return new LoadedFiles(loaded, List.copyOf(gone));
    }
}
