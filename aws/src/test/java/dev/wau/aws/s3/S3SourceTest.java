package dev.wau.aws.s3;

import dev.wau.collect.Source;
import dev.wau.collect.StoreSource;
import dev.wau.model.ObjectKey;
import dev.wau.testing.collect.SourceContract;
import java.io.IOException;

/** A customer's bucket as a source. */
final class S3SourceTest extends SourceContract {

    private final S3Store store = TestS3.store(TestS3.SERVER.makeBucket() + "/exports");

    @Override
    protected Source source(String glob) {
        return new StoreSource(store, glob);
    }

    @Override
    protected void write(String name, String text) throws IOException {
        TestS3.put(store, name, text);
    }

    @Override
    protected void remove(String name) {
        store.delete(new ObjectKey(name));
    }
}
