package dev.wau.collect;

import dev.wau.store.LocalFolder;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import java.time.InstantSource;

/** Folders of this machine. */
record FolderConnector(InstantSource clock) implements Connector {

    @Override
    public ObjectStore store(StorePlace place) {
        return new LocalFolder(place.location().folder());
    }

    @Override
    public Source source(SourcePlace place) {
        return new FolderSource(place.location().folder(), place.files(), clock);
    }

    @Override
    public void close() {
        // Folders hold no connection.
    }
}
