package dev.wau.aggregate;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import org.jspecify.annotations.Nullable;

/** Takes holds where it is no error that another has them. */
final class Holds {

    /** Of whoever begins a batch, does a whole one, or completes one. */
    static final String BATCH = "aggregate";

    private Holds() {}

    /** The hold, or null when another has it. */
    static ObjectStore.@Nullable Hold tryTake(ObjectStore store, String name) {
        try {
            return store.hold(name);
        } catch (WauException e) {
            if (e.code() == ErrorCode.BUSY) {
                return null;
            }
            throw e;
        }
    }
}
