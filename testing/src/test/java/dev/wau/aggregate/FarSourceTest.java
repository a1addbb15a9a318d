package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.collect.Connectors;
import dev.wau.collect.Source;
import dev.wau.collect.SourceFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source behind a network, where a file's first bytes take a while. */
final class FarSourceTest {

    private static final int FILES = 60;

    @TempDir
    Path folder = Path.of("");

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void manyFilesAreWaitedForAtATime() throws IOException {
        AggregateBench bench = new AggregateBench(folder).customer("acme");
        bench.sources = customer -> new Far(Connectors.folders(() -> bench.now).source(customer.source()));
        for (int i = 0; i < FILES; i++) {
            bench.file("acme/day-" + i + ".csv", "event,timestamp,userId", "login,2023-04-05 06:07:08.009,u" + i);
        }

        AggregateResult result = bench.run();

        assertThat(result.files()).isEqualTo(FILES);
        assertThat(most.get()).isBetween(5, 32);
    }

    private final class Far implements Source {
        private final Source source;

        Far(Source source) {
            this.source = source;
        }

        @Override
        public String description() {
            return source.description();
        }

        @Override
        public Stream<SourceFile> list() {
            return source.list();
        }

        @Override
        public SourceFile refresh(SourceFile file) {
            return source.refresh(file);
        }

        @Override
        public InputStream read(SourceFile file) {
            return new FilterInputStream(source.read(file)) {
                private boolean first = true;

                @Override
                public int read(byte[] bytes, int start, int length) throws IOException {
                    if (first) {
                        first = false;
                        await();
                    }
                    return super.read(bytes, start, length);
                }
            };
        }

        private void await() throws IOException {
            most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            } finally {
                waiting.decrementAndGet();
            }
        }
    }
}
