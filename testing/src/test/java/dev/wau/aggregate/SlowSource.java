package dev.wau.aggregate;

import dev.wau.collect.Source;
import dev.wau.collect.SourceFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A source of which each listed file and each {@value #STEP} bytes cost a second of the run's time. */
final class SlowSource implements Source {

    static final int STEP = 100;

    private final String customer;
    private final Source source;
    private final Consumer<Duration> clock;
    private final List<String> opened;

    /**
     * Slows it down.
     *
     * @param clock is told what time passes
     * @param opened gets the key of each file that is opened
     */
    SlowSource(String customer, Source source, Consumer<Duration> clock, List<String> opened) {
        this.customer = customer;
        this.source = source;
        this.clock = clock;
        this.opened = opened;
    }

    @Override
    public String description() {
        return source.description();
    }

    @Override
    public Stream<SourceFile> list() {
        return source.list().peek(file -> clock.accept(Duration.ofSeconds(1)));
    }

    @Override
    public InputStream read(SourceFile file) {
        opened.add("csv/" + customer + "/" + file.name());
        return new FilterInputStream(source.read(file)) {
            private int owed = 0;

            // The first bytes are waited for beside those of other files: their second passes with the next one.
            @Override
            public int read(byte[] bytes, int start, int length) throws IOException {
                clock.accept(Duration.ofSeconds(owed));
                owed = owed == 0 ? 2 : 1;
                return super.read(bytes, start, Math.min(length, STEP));
            }
        };
    }

    @Override
    public SourceFile refresh(SourceFile file) {
        return source.refresh(file);
    }
}
