package dev.wau.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.testing.store.ObjectStoreContract;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

final class S3StoreTest extends ObjectStoreContract {

    private final String bucket = TestS3.SERVER.makeBucket();

    @Override
    protected ObjectStore store() {
        return TestS3.store(bucket);
    }

    @Test
    void aVersionIsTheETagWithoutItsQuotes() throws IOException {
        assertThat(put("a", "x").version()).isEqualTo("9dd4e461268c8034f5c8564e155c67a6");
    }

    @Test
    void whatOthersPutThereIsFoundAsItIsListed() {
        TestS3.SERVER
                .client()
                .putObject(request -> request.bucket(bucket).key("csv/a.csv"), RequestBody.fromString("x"));

        assertThat(store().list("csv/"))
                .containsExactly(store().find(key("csv/a.csv")).orElseThrow());
    }

    @Test
    void theStoresOwnNamesAreRefusedAndNotListed() throws IOException {
        put("a/.wau-b", "x");
        try (ObjectStore.Hold hold = store().hold("aggregate")) {
            hold.confirm();
            assertThat(s3Keys()).containsExactly(".wau-aggregate.lock", "a/.wau-b");
            assertThat(keys("")).containsExactly("a/.wau-b");
        }
        assertThat(s3Keys()).containsExactly("a/.wau-b");
        assertThatThrownBy(() -> put(".wau-tmp/a", "x")).hasMessageContaining("the store's own");
        assertThatThrownBy(() -> store().createIfAbsent(key(".wau-x"), new byte[1]))
                .hasMessageContaining("the store's own");
    }

    @Test
    void foldersThatAConsoleMakesVisibleAreNoObjects() throws IOException {
        TestS3.SERVER.client().putObject(request -> request.bucket(bucket).key("csv/"), RequestBody.empty());
        put("csv/a.csv", "");

        assertThat(keys("")).containsExactly("csv/a.csv");
    }

    @Test
    void aStoreBelowAPrefixSeesNothingElse() throws IOException {
        ObjectStore below = new S3Store(TestS3.SERVER.client(), StorePlace.of(Location.of("s3://" + bucket + "/a")));
        put("a/x", "1");
        put("ab", "2");
        TestS3.put(below, "y", "3");

        assertThat(below.list("").map(object -> object.key().path())).containsExactly("x", "y");
        assertThat(keys("a/")).containsExactly("a/x", "a/y");
        assertThat(below.location()).hasToString("s3://" + bucket + "/a/");
    }

    @Test
    void whatIsWrittenIsEncryptedAsThePlaceSays() throws IOException {
        ObjectStore encrypted = new S3Store(
                TestS3.SERVER.client(),
                new StorePlace(
                        Location.of("s3://" + bucket),
                        TestS3.place(bucket).access(),
                        "aws:kms",
                        "arn:aws:kms:eu-west-1:123456789012:key/1"));
        TestS3.put(encrypted, "small", "x");
        TestS3.put(encrypted, "large", TestS3.content(9 << 20));
        encrypted.createIfAbsent(key("created"), new byte[1]);

        for (String key : new String[] {"small", "large", "created"}) {
            HeadObjectResponse head = TestS3.SERVER
                    .client()
                    .headObject(request -> request.bucket(bucket).key(key));
            assertThat(head.serverSideEncryptionAsString()).as(key).isEqualTo("aws:kms");
            assertThat(head.ssekmsKeyId()).as(key).isEqualTo("arn:aws:kms:eu-west-1:123456789012:key/1");
        }
    }

    @Test
    void modificationTimesAreRecent() throws IOException {
        assertThat(put("a", "x").modified())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    private Stream<String> s3Keys() {
        return TestS3.SERVER.client().listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key);
    }
}
