package dev.wau.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.StoredObject;
import dev.wau.testing.aws.ListingServer;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.network.HttpFault;
import dev.wau.testing.network.HttpFaultProxy;
import dev.wau.testing.network.HttpHead;
import dev.wau.testing.network.HttpReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** Listings in S3's own order, with keys as buckets have them, of any length, and late ones. */
final class S3ListingTest {

    // One for all tries: to make a client takes longer than to list.
    private static final ListingServer ORDERED = server();
    private static final S3Client ORDERED_CLIENT =
            S3Server.client(ORDERED.uri()).build();

    private static final Predicate<HttpHead> LIST = TestS3.request("GET", "list-type=2");

    private static ListingServer server() {
        try {
            return ListingServer.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void stop() {
        ORDERED_CLIENT.close();
        ORDERED.close();
    }

    @Property(tries = 300)
    void theOrderIsThatOfUtf16WhateverS3ListsBy(
            @ForAll("keys") Set<String> keys,
            @ForAll("prefixes") String prefix,
            @ForAll @IntRange(min = 1, max = 4) int page) {
        ORDERED.show(keys, page);

        assertThat(names(TestS3.store(ORDERED_CLIENT, "bucket"), prefix))
                .isEqualTo(keys.stream()
                        .filter(key -> key.startsWith(prefix))
                        .sorted()
                        .toList());
    }

    /** Around the one place where the orders differ: a letter, the last characters before surrogates, and those behind. */
    @Provide
    Arbitrary<Set<String>> keys() {
        return Arbitraries.of("a", "\uD7FF", "\uE000", "（", "\uFFFF", "\uD800\uDC00", "🙂")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(letters -> String.join("", letters))
                .set()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<String> prefixes() {
        return Arbitraries.of("", "", "a", "（", "🙂", "\uE000a");
    }

    @Test
    void fullWidthNamesCostNoFurtherRequests() throws IOException {
        List<String> keys = IntStream.range(0, 3_000)
                .mapToObj(i -> "csv/%04d（株）.csv".formatted(i))
                .toList();
        try (ListingServer server = ListingServer.of(keys);
                S3Client client = S3Server.client(server.uri()).build()) {
            assertThat(names(TestS3.store(client, "bucket"), "csv/")).isEqualTo(keys);
            assertThat(server.requests()).isLessThanOrEqualTo(3 + 2 * 2);
        }
    }

    @Test
    void pagesAreFetchedAsTheyAreNeededAndNotKept() throws IOException {
        List<String> keys =
                IntStream.range(0, 100_000).mapToObj("csv/%06d.csv"::formatted).toList();
        try (ListingServer server = ListingServer.of(keys);
                S3Client client = S3Server.client(server.uri()).build();
                Stream<StoredObject> objects = TestS3.store(client, "bucket").list("csv/")) {
            Iterator<StoredObject> all = objects.iterator();
            for (int i = 0; i < 100_000; i++) {
                if (!all.next().key().path().equals(keys.get(i)) || server.requests() != i / 1_000 + 1) {
                    fail("at key " + i + " after " + server.requests() + " pages");
                }
            }
            assertThat(all.hasNext()).isFalse();
        }
    }

    @Test
    void keysThatXmlCannotHoldAreListed() throws IOException {
        List<String> keys = List.of("\u0001.csv", "a\r\nb", "a&b<c>\"'", "\uFFFE");
        assertListed(keys, keys);
    }

    @Test
    void foldersWithoutContentAndOwnNamesAreLeftOut() throws IOException {
        assertListed(List.of("a/", "a/b", "a/b/c/", ".wau-aggregate.lock", "a/.wau-b"), List.of("a/.wau-b", "a/b"));
    }

    @Test
    void anObjectWithContentIsNotLeftOutBecauseOfItsSlash() throws IOException {
        try (ListingServer server = ListingServer.of(List.of("a/"));
                HttpFaultProxy proxy = HttpFaultProxy.before(server.uri());
                S3Client client = S3Server.client(proxy.uri()).build()) {
            proxy.fail(
                    1,
                    LIST,
                    HttpFault.changeReply(reply ->
                            HttpReply.of(200, new String(reply.body(), UTF_8).replace("<Size>0<", "<Size>5<"))));

            assertThatThrownBy(() -> names(TestS3.store(client, "bucket"), ""))
                    .hasMessageContaining("the key of s3://bucket/a/ has a segment that is empty");
        }
    }

    @Test
    void aTimeIsAsPreciseAsThatOfAFoundObject() throws IOException {
        try (ListingServer server = ListingServer.of(List.of("a"));
                S3Client client = S3Server.client(server.uri()).build()) {
            assertThat(TestS3.store(client, "bucket").list(""))
                    .extracting(StoredObject::modified)
                    .containsExactly(Instant.parse("2025-07-01T00:00:00Z"));
        }
    }

    @Test
    void aKeyThatIsNoFilesNameIsAnErrorAndNotLeftOut() throws IOException {
        for (String key : List.of("a//b.csv", "/a.csv", "a/../b.csv", "./a.csv")) {
            try (ListingServer server = ListingServer.of(List.of(key, "z.csv"));
                    S3Client client = S3Server.client(server.uri()).build()) {
                assertThatThrownBy(() -> names(TestS3.store(client, "bucket"), ""))
                        .isInstanceOfSatisfying(
                                WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_FAILED))
                        .hasMessageStartingWith("Cannot list s3://bucket/: the key of s3://bucket/" + key + " has");
            }
        }
    }

    @Test
    void aKeyThatIsListedButGoneIsNotFound() throws IOException {
        try (ProxiedS3 s3 = ProxiedS3.open()) {
            StoredObject gone = TestS3.put(s3.near(), "gone", "x");
            HttpReply late = listing(s3);
            s3.near().delete(gone.key());
            s3.fail(1, LIST, HttpFault.reply(late));

            List<StoredObject> listed = s3.store().list("").toList();

            assertThat(listed).containsExactly(gone);
            assertThat(s3.store().find(gone.key())).isEmpty();
            assertThatThrownBy(() -> TestS3.text(s3.store(), listed.get(0)))
                    .isInstanceOfSatisfying(
                            WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    @Test
    void aKeyThatIsThereButNotListedIsFoundAndRead() throws IOException {
        try (ProxiedS3 s3 = ProxiedS3.open()) {
            HttpReply late = listing(s3);
            StoredObject there = TestS3.put(s3.near(), "there", "x");
            s3.fail(1, LIST, HttpFault.reply(late));

            assertThat(s3.store().list("")).isEmpty();
            assertThat(s3.store().find(there.key())).contains(there);
            assertThat(TestS3.text(s3.store(), there)).isEqualTo("x");
        }
    }

    @Test
    void anOverwrittenKeyThatIsListedAsBeforeIsNotReadAsTheNewOne() throws IOException {
        try (ProxiedS3 s3 = ProxiedS3.open()) {
            TestS3.put(s3.near(), "a", "old");
            HttpReply late = listing(s3);
            TestS3.put(s3.near(), "a", "new");
            s3.fail(1, LIST, HttpFault.reply(late));

            StoredObject listed = s3.store().list("").toList().get(0);

            assertThatThrownBy(() -> TestS3.text(s3.store(), listed))
                    .isInstanceOfSatisfying(
                            WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OBJECT_CHANGED));
        }
    }

    /** What the server lists now. */
    private static HttpReply listing(ProxiedS3 s3) {
        List<HttpReply> replies = new ArrayList<>();
        s3.fail(1, LIST, HttpFault.changeReply(reply -> {
            replies.add(reply);
            return reply;
        }));
        assertThat(s3.store().list("").count()).isLessThanOrEqualTo(1);
        return replies.get(0);
    }

    private static void assertListed(Collection<String> keys, List<String> expected) throws IOException {
        try (ListingServer server = ListingServer.of(keys);
                S3Client client = S3Server.client(server.uri()).build()) {
            assertThat(names(TestS3.store(client, "bucket"), "")).containsExactlyElementsOf(expected);
        }
    }

    private static List<String> names(S3Store store, String prefix) {
        try (Stream<StoredObject> objects = store.list(prefix)) {
            return objects.map(object -> object.key().path()).toList();
        }
    }
}
