package dev.wau.catalog.verify;

import dev.wau.catalog.schema.CrawledFiles;
import dev.wau.catalog.verify.CatalogFinding.Kind;
import dev.wau.catalog.verify.CatalogFinding.Standing;
import dev.wau.model.ObjectKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what of the files no table can have: those that were loaded and are gone, and records that can't be read. */
final class ContentCheck {

    private final CrawledFiles crawled;
    private final LoadedFiles loaded;
    private final FindingSink sink;

    ContentCheck(CrawledFiles crawled, LoadedFiles loaded, FindingSink sink) {
        this.crawled = crawled;
        this.loaded = loaded;
        this.sink = sink;
    }

    void run() {
        Map<String, List<ObjectKey>> folders = loaded.gone().stream()
                .collect(Collectors.groupingBy(key -> key.path().split("/", 3)[1], TreeMap::new, Collectors.toList()));
        folders.values().forEach(this::gone);
        if (crawled.rejected() > 0) {
            sink.explained(
                    Kind.RECORDS_UNREADABLE,
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d records looked at can't be read; nothing of them is in a table",
                            crawled.rejected(),
                            crawled.records()),
                    "wau rejects names those that were loaded, wau verify says which files changed since");
        }
    }

    private void gone(List<ObjectKey> files) {
        String more = files.size() == 1
                ? ""
                : String.format(Locale.ROOT, " (of this customer's files %,d are)", files.size());
        sink.add(
                Kind.FILE_GONE,
                Standing.DIFFERS,
                null,
                files.get(0),
                0,
                "it was loaded, and is gone from csv/" + more,
                "wau run brings what its source still has; wau verify names every file that is gone");
    }
}
