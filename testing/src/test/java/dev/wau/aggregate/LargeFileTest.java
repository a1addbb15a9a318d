package dev.wau.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.complete.MarkerFile;
import dev.wau.model.Digests;
import dev.wau.model.WauException;
import dev.wau.testing.store.FailingObjectStore;
import dev.wau.testing.store.FailingObjectStore.Moment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is large enough to be written by another thread than reads it. */
final class LargeFileTest {

    private static final int RECORDS = 1_000_000;

    @TempDir
    Path folder = Path.of("");

    @Test
    void becomesWhatASmallOneDoes() throws IOException {
        AggregateBench bench = bench();

        MarkerFile said = bench.marker(bench.run()).files().get(0);

        byte[] content = bench.text("csv/acme/large.csv").getBytes(UTF_8);
        assertThat(said.records()).isEqualTo(RECORDS);
        assertThat(said.bytes()).isEqualTo(content.length);
        assertThat(said.sha256()).isEqualTo(Digests.sha256(new ByteArrayInputStream(content)));
        assertThat(content.length).isEqualTo("timestamp,event,unique_identifier,customer\n".length() + RECORDS * LINE);
    }

    @Test
    void isNotThereWhenTheStoreFails() throws IOException {
        AggregateBench bench = bench();
        FailingObjectStore dying = new FailingObjectStore(bench.central, 2, Moment.BEFORE);

        assertThatThrownBy(() -> bench.aggregator(dying, 1).run())
                .isInstanceOf(WauException.class)
                .hasMessageContaining("the store is dead");
        assertThat(bench.keys("csv/")).isEmpty();
    }

    private static final int LINE = "2025-06-30 10:00:00,event,1000000,acme\n".length();

    private AggregateBench bench() throws IOException {
        AggregateBench bench = new AggregateBench(folder).customer("acme");
        StringBuilder text = new StringBuilder("timestamp,event,ipAddress,unique_identifier\n");
        for (int i = 0; i < RECORDS; i++) {
            text.append("2025-06-30 10:00:00,event,10.0.0.1,")
                    .append(RECORDS + i)
                    .append('\n');
        }
        bench.file("acme/large.csv", text.toString().getBytes(UTF_8));
        return bench;
    }
}
