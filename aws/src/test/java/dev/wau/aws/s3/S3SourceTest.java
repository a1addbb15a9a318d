package dev.wau.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.collect.Source;
import dev.wau.collect.StoreSource;
import dev.wau.model.ObjectKey;
import dev.wau.testing.aws.ListingServer;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.collect.SourceContract;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

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

    @Test
    void aProbeListsOnePageHoweverManyObjectsDontMatch() throws IOException {
        List<String> keys = IntStream.range(0, 20_000)
                .mapToObj("exports/%05d.txt"::formatted)
                .toList();
        try (ListingServer server = ListingServer.of(keys);
                S3Client client = S3Server.client(server.uri()).build()) {
            Source many = new StoreSource(TestS3.store(client, "bucket/exports"), "*.csv");

            assertThat(many.probe()).isFalse();
            assertThat(server.requests()).isLessThanOrEqualTo(2);
        }
    }
}
