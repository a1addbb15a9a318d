package dev.wau.benchmark.way;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerFile;
import dev.wau.complete.MarkerPublisher;
import dev.wau.store.LocalFolder;
import dev.wau.store.StoredObject;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How many records a central bucket's markers speak of. */
final class AggregatedRecords {

    private AggregatedRecords() {}

    static long in(Path central) {
        LocalFolder store = new LocalFolder(central);
        MarkerPublisher markers = new MarkerPublisher(store);
        try (Stream<StoredObject> objects = store.list("complete/")) {
            return objects.map(object -> markers.read(object.key()).orElseThrow())
                    .map(CompletionMarker::files)
                    .flatMap(files -> files.stream())
                    .mapToLong(MarkerFile::records)
                    .sum();
        }
    }
}
