package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.store.LocalFolder;
import dev.wau.store.ObjectStore;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions that run at the same time, each started more than once. */
final class PartsAtOnceTest {

    private static final int STARTS = 3;

    @TempDir
    Path folder = Path.of("");

    private PartsBench parts = new PartsBench(new AggregateBench(folder));
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Phaser running = new Phaser(1);

    @BeforeEach
    void customers() throws IOException {
        parts = PartsBench.of(folder);
        parts.customersPerPart = 1;
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @RepeatedTest(10)
    void oneOfThemCompletesTheBatch() {
        begin(parts.bench.central);

        assertComplete();
    }

    @Test
    void inALocalFolderToo() {
        LocalFolder central = new LocalFolder(folder.resolve("central"));
        parts.bench.central = central;
        begin(central);

        assertComplete();
    }

    @RepeatedTest(10)
    void severalBegin() {
        parts.bench.central = new MemoryObjectStore();
        for (int i = 0; i < STARTS; i++) {
            start(() -> begin(parts.bench.central));
        }
        running.arriveAndAwaitAdvance();

        parts.settle();
        assertComplete();
    }

    private void begin(ObjectStore central) {
        parts.bench.aggregator(central, 2).inParts(1, new Starter(central)).run();
    }

    private void assertComplete() {
        running.arriveAndAwaitAdvance();
        assertThat(parts.bench.keys("state/aggregate/batch")).isEmpty();
        assertThat(Outcome.markers(parts.bench)).hasSize(1);
        assertThat(Outcome.of(parts.bench)).isEqualTo(parts.undivided());
    }

    private void start(Runnable function) {
        running.register();
        threads.execute(() -> {
            try {
                PartsBench.tryOne(function);
            } finally {
                running.arriveAndDeregister();
            }
        });
    }

    private final class Starter implements AggregateStarter {
        private final ObjectStore central;

        Starter(ObjectStore central) {
            this.central = central;
        }

        @Override
        public void startPart(BatchPart part) {
            for (int i = 0; i < STARTS; i++) {
                start(() -> parts.bench.aggregator(central, 2).inParts(1, this).runPart(part));
            }
        }

        @Override
        public void startRun() {
            start(() -> begin(central));
        }
    }
}
