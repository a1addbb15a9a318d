package dev.wau.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import dev.wau.testing.collect.SourceContract;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class StoreSourceTest extends SourceContract {

    private final MemoryObjectStore store = new MemoryObjectStore();

    @Override
    protected Source source(String glob) {
        return new StoreSource(store, glob);
    }

    @Override
    protected void write(String name, String text) throws IOException {
        try (ObjectStore.Write write = store.write(new ObjectKey(name))) {
            write.write(text.getBytes(UTF_8));
            write.commit();
        }
    }

    @Override
    protected void remove(String name) {
        store.delete(new ObjectKey(name));
    }

    @Test
    void aListingBeginsWhereTheGlobIsFixed() {
        assertThat(new NamePattern("sub/2025-*/[a].csv").prefix()).isEqualTo("sub/2025-");
        assertThat(new NamePattern("**/*.csv").prefix()).isEmpty();
        assertThat(new NamePattern("a\\*.csv").prefix()).isEqualTo("a");
        assertThat(new NamePattern("all.csv").prefix()).isEqualTo("all.csv");
    }
}
