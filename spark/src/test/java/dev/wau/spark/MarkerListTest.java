package dev.wau.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.model.ObjectKey;
import dev.wau.testing.store.MemoryObjectStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkerListTest {

    private final MemoryObjectStore central = new MemoryObjectStore();

    private List<ObjectKey> of(String text) {
        return MarkerList.of(text, central);
    }

    private static List<ObjectKey> keys(String... paths) {
        return Stream.of(paths).map(ObjectKey::new).toList();
    }

    @Test
    void several_are_separated_by_commas() {
        assertThat(of("complete/a.json, complete/b.json,")).isEqualTo(keys("complete/a.json", "complete/b.json"));
    }

    @Test
    void a_uri_in_the_central_bucket_is_its_key() {
        assertThat(of(central.location() + "complete/a.json")).isEqualTo(keys("complete/a.json"));
    }

    @Test
    void a_marker_whose_name_has_a_comma_is_one() {
        central.createIfAbsent(new ObjectKey("complete/a,b"), new byte[0]);
        assertThat(of("complete/a,b")).isEqualTo(keys("complete/a,b"));
    }
}
