package dev.wau.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.testing.store.MemoryObjectStore;
import dev.wau.testing.store.SlowObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReadAheadTest {

    private static final int FILES = 100;

    private final MemoryObjectStore memory = new MemoryObjectStore();
    private final SlowObjectStore store = new SlowObjectStore(memory);
    private final List<StoredObject> objects = new ArrayList<>();
    private ReadAhead reading = new ReadAhead(store, List.of());

    @BeforeEach
    void write() throws IOException {
        for (int i = 0; i < FILES; i++) {
            objects.add(put("csv/%03d.csv".formatted(i), "content " + i));
        }
        reading = new ReadAhead(store, objects);
    }

    @AfterEach
    void close() {
        reading.close();
    }

    @Test
    void readsWhatTheStoreReads() throws IOException {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < FILES; i++) {
                assertThat(text(objects.get(i))).isEqualTo("content " + i);
            }
        }
        assertThat(store.reads()).isEqualTo(2 * FILES);
    }

    @Test
    void manyAreFetchedAtATime() throws IOException {
        for (StoredObject object : objects) {
            text(object);
        }

        assertThat(store.most()).isGreaterThan(ReadAhead.AHEAD / 2).isLessThanOrEqualTo(ReadAhead.AHEAD);
    }

    @Test
    void inAnyOrderByManyThreadsEachGetsItsOwn() {
        List<String> read = IntStream.range(0, FILES)
                .map(i -> (i * 37) % FILES)
                .parallel()
                .mapToObj(i -> i + ":" + textOf(objects.get(i)))
                .toList();

        assertThat(read)
                .hasSize(FILES)
                .allSatisfy(one -> assertThat(one)
                        .isEqualTo(
                                one.substring(0, one.indexOf(':')) + ":content " + one.substring(0, one.indexOf(':'))));
    }

    @Test
    void aLargeOneIsNotHeld() throws IOException {
        StoredObject large = put("csv/large.csv", "x".repeat(ReadAhead.SMALL + 1));
        try (ReadAhead one = new ReadAhead(store, List.of(large));
                InputStream bytes = one.read(large)) {
            assertThat(bytes.read()).isEqualTo('x');
            assertThat(store.open()).isEqualTo(1);
        }
    }

    @Test
    void anotherVersionThanInTheOrderIsAskedOfTheStore() throws IOException {
        StoredObject newer = put("csv/000.csv", "newer");

        assertThat(text(newer)).isEqualTo("newer");
        assertThatThrownBy(() -> text(objects.get(0)))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OBJECT_CHANGED));
    }

    @Test
    void lookUpsFindWhatIsThereAndLeaveOutWhatIsNot() {
        List<ObjectKey> keys =
                new ArrayList<>(objects.stream().map(StoredObject::key).toList());
        keys.add(new ObjectKey("csv/none.csv"));

        Map<ObjectKey, StoredObject> found = Lookups.findAll(store, keys);

        assertThat(found.values()).containsExactlyInAnyOrderElementsOf(objects);
        assertThat(store.most()).isGreaterThan(1);
    }

    private StoredObject put(String key, String content) throws IOException {
        try (ObjectStore.Write write = memory.write(new ObjectKey(key))) {
            write.write(content.getBytes(UTF_8));
            return write.commit();
        }
    }

    private String textOf(StoredObject object) {
        try {
            return text(object);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(StoredObject object) throws IOException {
        try (InputStream bytes = reading.read(object)) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }
}
