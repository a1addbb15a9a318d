package dev.wau.aws.s3;

import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.testing.store.ObjectStoreContract;

/** The contract below a prefix. */
final class S3PrefixStoreTest extends ObjectStoreContract {

    private final String bucket = TestS3.SERVER.makeBucket();

    @Override
    protected ObjectStore store() {
        return new S3Store(TestS3.SERVER.client(), StorePlace.of(Location.of("s3://" + bucket + "/wau/central")));
    }
}
