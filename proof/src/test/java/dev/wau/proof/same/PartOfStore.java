package dev.wau.proof.same;

import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import dev.wau.testing.store.ForwardingObjectStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A store of which a listing shows some objects only. */
final class PartOfStore extends ForwardingObjectStore {

    private final Set<ObjectKey> shown = new HashSet<>();

    PartOfStore(ObjectStore store) {
        super(store);
    }

    void show(Collection<StoredObject> objects) {
        objects.forEach(object -> shown.add(object.key()));
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        return super.list(prefix).filter(object -> shown.contains(object.key()));
    }
}
