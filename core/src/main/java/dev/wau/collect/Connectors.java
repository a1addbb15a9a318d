package dev.wau.collect;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The one registry of what opens which scheme. A connector is made when its scheme is first met. Thread-safe. */
public final class Connectors implements Connector {

    private final Map<String, Supplier<Connector>> makers;
    private final Map<String, Connector> made = new HashMap<>();

    private Connectors(Map<String, Supplier<Connector>> makers) {
        this.makers = Map.copyOf(makers);
    }

    /** Folders of this machine. */
    public static Connectors folders(InstantSource clock) {
        return new Connectors(Map.of(Location.FILE, () -> new FolderConnector(clock)));
    }

    /** These, and places of one more scheme. */
    public Connectors with(String scheme, Supplier<Connector> maker) {
        Map<String, Supplier<Connector>> more = new HashMap<>(makers);
        more.put(scheme, maker);
        return new Connectors(more);
    }

    @Override
    public ObjectStore store(StorePlace place) {
        return of(place.location()).store(place);
    }

    @Override
    public Source source(SourcePlace place) {
        return of(place.location()).source(place);
    }

    @Override
    public synchronized void close() {
        made.values().forEach(Connector::close);
        made.clear();
    }

    private synchronized Connector of(Location location) {
        Supplier<Connector> maker = makers.get(location.scheme());
        if (maker == null) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot open " + location + ": this program opens only " + new TreeSet<>(makers.keySet()));
        }
        return made.computeIfAbsent(location.scheme(), scheme -> maker.get());
    }
}
