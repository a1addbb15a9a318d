package dev.wau.aws.s3;

import dev.wau.aws.access.AwsClients;
import dev.wau.collect.Connector;
import dev.wau.collect.Source;
import dev.wau.collect.SourcePlace;
import dev.wau.collect.StoreSource;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;

/** Opens {@code s3://} places, each with the credentials of its own role. Thread-safe. */
public final class S3Connector implements Connector {

    private final AwsClients clients;

    /** With these clients, which stay the caller's to close. */
    public S3Connector(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public ObjectStore store(StorePlace place) {
        return new S3Store(clients.s3(place.access()), place);
    }

    @Override
    public Source source(SourcePlace place) {
        return new StoreSource(store(new StorePlace(place.location(), place.access(), null, null)), place.files());
    }

    @Override
    public void close() {
        // The clients are the caller's.
    }
}
