package dev.wau.collect;

import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;

/** Opens places of one scheme. Thread-safe. Nothing is asked of the place yet: its own calls say what is wrong with it. */
public interface Connector extends AutoCloseable {

    /**
     * A store.
     *
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION: places of this scheme can't be written
     */
    ObjectStore store(StorePlace place);

    /** A customer's source. */
    Source source(SourcePlace place);

    /** Gives up connections; what was opened is used no more. */
    @Override
    void close();
}
