package dev.wau.trigger;

import dev.wau.complete.CompletionMarker;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The markers that were written after the newest one that a run of an engine {@link EngineRun#serves serves}: those whose
 * event was lost, or whose run failed. What is older is not looked at, since engines forget old runs.
 */
public final class UnservedMarkers {

    /** So many runs are looked at; of an engine with more since the last success, older ones are run again at worst. */
    private static final int RECENT = 200;

    private UnservedMarkers() {}

    /**
     * These markers, oldest first.
     *
     * @throws dev.wau.model.WauException as {@link LoadEngine} and {@link ObjectStore} throw
     */
    public static List<Marker> of(ObjectStore central, LoadEngine engine) {
        List<EngineRun> runs = engine.recent(RECENT);
        List<Marker> unserved = new ArrayList<>();
        for (Marker marker : newestFirst(central)) {
            if (runs.stream().anyMatch(run -> run.serves(marker))) {
                break;
            }
            unserved.add(marker);
        }
        Collections.reverse(unserved);
        return unserved;
    }

    private static List<Marker> newestFirst(ObjectStore central) {
        try (Stream<StoredObject> objects = central.list(CompletionMarker.FOLDER)) {
            List<Marker> markers = new ArrayList<>(objects.filter(object ->
                            CompletionMarker.batch(object.key().fileName()).isPresent())
                    .map(object -> new Marker(object.key(), object.modified()))
                    .toList());
            // By name, which begins with the batch's time.
            Collections.reverse(markers);
            return markers;
        }
    }
}
