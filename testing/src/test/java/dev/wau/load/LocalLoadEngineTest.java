package dev.wau.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.model.ObjectKey;
import dev.wau.progress.Progress;
import dev.wau.testing.load.TestingCentralBucket;
import dev.wau.testing.store.MemoryObjectStore;
import dev.wau.testing.trigger.LoadEngineContract;
import dev.wau.testing.warehouse.ForwardingWarehouse;
import dev.wau.testing.warehouse.MemoryWarehouse;
import dev.wau.trigger.LoadEngine;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class LocalLoadEngineTest extends LoadEngineContract {

    private final MemoryObjectStore central = new MemoryObjectStore();

    @Override
    protected LoadEngine engine(Runnable body) {
        return engine(new ForwardingWarehouse(new MemoryWarehouse()) {
            @Override
            public LoadTransaction begin(LoadRun run) {
                body.run();
                return super.begin(run);
            }
        });
    }

    private LocalLoadEngine engine(Warehouse warehouse) {
        LoadJob job = new LoadJob(
                central, warehouse, Policies.DEFAULT, Limits.DEFAULT, InstantSource.system(), Progress.NONE);
        return new LocalLoadEngine(central, job);
    }

    @Override
    protected void write(ObjectKey marker) {
        central.createIfAbsent(marker, "done".getBytes(UTF_8));
    }

    @Test
    void a_run_here_and_now_gives_its_result() {
        new TestingCentralBucket(central).put("acme", "a.csv", "timestamp,event", "2025-06-30 12:00:00,login");
        ObjectKey marker = new ObjectKey("complete/a.json");
        write(marker);
        LocalLoadEngine engine = engine(new MemoryWarehouse());

        assertThat(engine.run(marker).entered()).isEqualTo(1);
        assertThat(engine.run(marker).changed()).isFalse();
        assertThat(engine.recent(10)).isEmpty();
    }
}
