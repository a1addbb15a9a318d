package dev.wau.spark.engine;

import dev.wau.aws.AwsPlaces;
import dev.wau.collect.Connectors;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stores of this process's tasks, each opened once: they share connections, and end with the process. Credentials are
 * those that AWS tools find on the executor: none travel. Thread-safe.
 */
final class ExecutorStores {

    private static final Connectors CONNECTORS = connectors();
    private static final Map<StorePlace, ObjectStore> OPEN = new ConcurrentHashMap<>();

    private ExecutorStores() {}

    static ObjectStore of(StorePlace place) {
        return OPEN.computeIfAbsent(place, CONNECTORS::store);
    }

    private static Connectors connectors() {
        InstantSource clock = InstantSource.system();
        return new AwsPlaces(clock).with(Connectors.folders(clock));
    }
}
