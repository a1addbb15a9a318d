package dev.wau.aggregate;

import dev.wau.complete.CompletionMarker;
import dev.wau.model.BatchId;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses batch ids that sort after all before them, also when the clock was put back. */
final class BatchIds {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH-mm-ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ObjectStore central;

    BatchIds(ObjectStore central) {
        this.central = central;
    }

    /**
     * The id of a batch that begins.
     *
     * @param last the newest batch, if it is remembered; else the markers are listed
     */
    BatchId next(Instant now, @Nullable BatchId last) {
        Instant newest = last == null ? newestMarker() : started(last).orElse(Instant.MIN);
        Instant start = now.isAfter(newest.plusMillis(1)) || newest.equals(Instant.MIN) ? now : newest.plusMillis(1);
        while (central.find(CompletionMarker.key(BatchId.startedAt(start))).isPresent()) {
            start = start.plusMillis(1);
        }
        return BatchId.startedAt(start);
    }

    private Instant newestMarker() {
        try (Stream<StoredObject> markers = central.list(CompletionMarker.FOLDER)) {
            return markers.flatMap(marker -> CompletionMarker.batch(marker.key().fileName()).stream())
                    .flatMap(batch -> started(batch).stream())
                    .max(Instant::compareTo)
                    .orElse(Instant.MIN);
        }
    }

    /** When a batch began, by its id; empty where that isn't one of wau's. */
    static Optional<Instant> started(BatchId id) {
        return started(id.value());
    }

    private static Optional<Instant> started(String id) {
        try {
            return Optional.of(FORMAT.parse(id, Instant::from));
        } catch (DateTimeParseException e) {
            // Somebody else's marker.
            return Optional.empty();
        }
    }
}
