package dev.wau.testing.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every {@link ObjectStore} does. */
public abstract class ObjectStoreContract {

    /** A name as the exporter writes them. */
    protected static final String EXPORTED = "csv/acme/acme-Apr-05-2023-00:00:00--Apr-06-2023-00:00:00.csv";

    /** An empty store; the same one during a test. */
    protected abstract ObjectStore store();

    @Test
    void whatIsCommittedIsRead() throws IOException {
        StoredObject written = put("csv/acme/a.csv", "one");

        assertThat(text(written)).isEqualTo("one");
        assertThat(written.bytes()).isEqualTo(3);
        assertThat(store().find(written.key())).contains(written);
    }

    @Test
    void anObjectMayBeEmpty() throws IOException {
        assertThat(text(put("a", ""))).isEmpty();
    }

    @Test
    void nothingIsSeenBeforeTheCommit() throws IOException {
        try (ObjectStore.Write write = store().write(key("a/b"))) {
            write.write("one".getBytes(UTF_8));
            write.flush();

            assertThat(keys("")).isEmpty();
            assertThat(store().find(key("a/b"))).isEmpty();
        }
    }

    @Test
    void aWriteThatIsNotCommittedLeavesTheOldObject() throws IOException {
        StoredObject old = put("a/b", "old");
        try (ObjectStore.Write write = store().write(key("a/b"))) {
            write.write("new".getBytes(UTF_8));
        }

        assertThat(text(old)).isEqualTo("old");
        assertThat(keys("")).containsExactly("a/b");
    }

    @Test
    void aCommittedWriteTakesNoMore() throws IOException {
        try (ObjectStore.Write write = store().write(key("a"))) {
            write.commit();

            assertThatThrownBy(() -> write.write(1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(write::commit).isInstanceOf(IllegalStateException.class);
        }
        assertThat(keys("")).containsExactly("a");
    }

    @Test
    void anOverwriteIsAnotherVersionAndTheOldOneIsNotRead() throws IOException {
        StoredObject old = put("a", "old");
        StoredObject now = put("a", "new");

        assertThat(now.version()).isNotEqualTo(old.version());
        assertThat(text(now)).isEqualTo("new");
        assertFails(ErrorCode.OBJECT_CHANGED, () -> text(old));
    }

    @Test
    void anObjectIsReadFromAnyOfItsBytesOn() throws IOException {
        StoredObject written = put("csv/acme/a.csv", "0123456789");

        assertThat(textFrom(written, 0)).isEqualTo("0123456789");
        assertThat(textFrom(written, 4)).isEqualTo("456789");
        assertThat(textFrom(written, 9)).isEqualTo("9");
        assertThat(textFrom(written, 10)).isEmpty();
        assertThat(textFrom(put("empty", ""), 0)).isEmpty();
    }

    @Test
    void thereIsNothingToReadBeforeOrBeyondAnObject() throws IOException {
        StoredObject written = put("a", "0123456789");

        assertFails(ErrorCode.INVALID_ARGUMENT, () -> textFrom(written, 11));
        assertFails(ErrorCode.INVALID_ARGUMENT, () -> textFrom(written, -1));
    }

    @Test
    void fromAnyByteOnOnlyTheAskedVersionIsRead() throws IOException {
        StoredObject old = put("a", "0123456789");
        put("a", "abcdefghij");
        StoredObject gone = put("b", "0123456789");
        store().delete(gone.key());

        for (long from : List.of(0L, 4L, 10L)) {
            assertFails(ErrorCode.OBJECT_CHANGED, () -> textFrom(old, from));
            assertFails(ErrorCode.NOT_FOUND, () -> textFrom(gone, from));
        }
    }

    @Test
    void aReaderKeepsTheVersionItOpened() throws IOException {
        StoredObject old = put("a", "old");
        try (InputStream bytes = store().read(old)) {
            put("a", "new");

            assertThat(new String(bytes.readAllBytes(), UTF_8)).isEqualTo("old");
        }
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        StoredObject gone = put("a/b", "x");
        store().delete(gone.key());

        assertThat(store().find(gone.key())).isEmpty();
        assertFails(ErrorCode.NOT_FOUND, () -> text(gone));
        assertThat(store().find(key("a"))).isEmpty();
        assertThat(store().find(key("never/was"))).isEmpty();
    }

    @Test
    void deletingWhatIsNotThereDoesNothing() {
        store().delete(key("never/was"));
    }

    @Test
    void listsInTheOrderOfKeys() throws IOException {
        for (String key : List.of("b/x", "b.csv", "b-1/x", "b/a/z", "b0", "a", "c", "b/a.csv", "b/ä", "b/Z")) {
            put(key, "x");
        }

        assertThat(keys("")).isSorted().hasSize(10);
        assertThat(keys("b/")).containsExactly("b/Z", "b/a.csv", "b/a/z", "b/x", "b/ä");
    }

    @Test
    void listsByAnyPrefix() throws IOException {
        put("csv/acme/a.csv", "x");
        put("csv/acme-2/a.csv", "x");
        put("csv/bolt/a.csv", "x");

        assertThat(keys("csv/acme")).containsExactly("csv/acme-2/a.csv", "csv/acme/a.csv");
        assertThat(keys("csv/acme/")).containsExactly("csv/acme/a.csv");
        assertThat(keys("csv/acme/a")).containsExactly("csv/acme/a.csv");
        assertThat(keys("csv/acme/a.csv/")).isEmpty();
        assertThat(keys("nothing/here/")).isEmpty();
    }

    @Test
    void aListingShowsWhatFindShows() throws IOException {
        StoredObject written = put(EXPORTED, "x");

        try (Stream<StoredObject> objects = store().list("csv/")) {
            assertThat(objects).containsExactly(written);
        }
    }

    @Test
    void keysKeepTheirCharacters() throws IOException {
        List<String> names = List.of(EXPORTED, "a b/c  d.csv", "grün/日本.csv", "q\"uote'.csv", "%41+&=.csv", "🙂.csv");
        for (String name : names) {
            put(name, name);
        }

        assertThat(keys("")).containsExactlyInAnyOrderElementsOf(names);
        for (String name : names) {
            assertThat(text(store().find(key(name)).orElseThrow())).isEqualTo(name);
        }
    }

    @Test
    void anObjectIsCreatedOnlyOnce() throws IOException {
        assertThat(store().createIfAbsent(key("complete/b.json"), "one".getBytes(UTF_8)))
                .isTrue();
        assertThat(store().createIfAbsent(key("complete/b.json"), "two".getBytes(UTF_8)))
                .isFalse();

        assertThat(text(store().find(key("complete/b.json")).orElseThrow())).isEqualTo("one");
        assertThat(keys("")).containsExactly("complete/b.json");
    }

    @Test
    void ofManyThreadsExactlyOneCreates() throws Exception {
        for (int round = 0; round < 20; round++) {
            ObjectKey key = key("complete/" + round);
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                byte[] content = ("writer " + writer).getBytes(UTF_8);
                writers.add(() -> store().createIfAbsent(key, content));
            }

            assertThat(runAll(writers)).containsOnlyOnce(true);
            assertThat(text(store().find(key).orElseThrow())).startsWith("writer ");
        }
    }

    @Test
    void writersOfManyThreadsDoNotMeet() throws Exception {
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int writer = 0; writer < 40; writer++) {
            String name = "many/" + writer;
            writers.add(() -> put(name, name).bytes() == name.length());
        }

        assertThat(runAll(writers)).containsOnly(true);
        for (String name : keys("")) {
            assertThat(text(store().find(key(name)).orElseThrow())).isEqualTo(name);
        }
        assertThat(keys("many/")).hasSize(40);
    }

    @Test
    void aHoldIsTakenOnceAndNamesItsHolder() {
        try (ObjectStore.Hold hold = store().hold("aggregate")) {
            hold.confirm();
            assertFails(ErrorCode.BUSY, () -> store().hold("aggregate").close());
            store().hold("other").close();
            assertFails(ErrorCode.BUSY, () -> store().hold("aggregate").close());
        }
        store().hold("aggregate").close();
        assertThat(keys("")).isEmpty();
    }

    /** Writes an object. */
    protected final StoredObject put(String key, String content) throws IOException {
        try (ObjectStore.Write write = store().write(key(key))) {
            write.write(content.getBytes(UTF_8));
            return write.commit();
        }
    }

    /** Reads an object. */
    protected final String text(StoredObject object) throws IOException {
        try (InputStream bytes = store().read(object)) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    /** Reads an object from one of its bytes on. */
    protected final String textFrom(StoredObject object, long from) throws IOException {
        try (InputStream bytes = store().read(object, from)) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    /** The keys of a listing. */
    protected final List<String> keys(String prefix) {
        try (Stream<StoredObject> objects = store().list(prefix)) {
            return objects.map(object -> object.key().path()).toList();
        }
    }

    /** A key. */
    protected static ObjectKey key(String path) {
        return new ObjectKey(path);
    }

    /** Asserts the error's code and that it says something. */
    protected static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageStartingWith("Cannot ");
    }

    private static <T> List<T> runAll(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
