package dev.wau.cli.terminal;

import dev.wau.progress.Progress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** One stage of {@link TerminalProgress}. Whoever advances it draws it, if the last drawing is old enough. */
final class TerminalStage implements Progress.Stage {

    private static final long LIVE_EVERY = Duration.ofMillis(100).toNanos();
    private static final long PLAIN_EVERY = Duration.ofSeconds(10).toNanos();

    private final Terminal terminal;
    private final StageLine line;
    private final long started = System.nanoTime();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder files = new LongAdder();
    private final AtomicLong next = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    TerminalStage(Terminal terminal, String stage, long totalBytes, long totalFiles) {
        this.terminal = terminal;
        this.line = new StageLine(terminal, stage, totalBytes, totalFiles);
        this.next.set(every());
    }

    @Override
    public void advance(long moreBytes, long moreFiles) {
        bytes.add(moreBytes);
        files.add(moreFiles);
        long elapsed = System.nanoTime() - started;
        long due = next.get();
        if (elapsed >= due && !closed.get() && next.compareAndSet(due, elapsed + every())) {
            show(elapsed);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            quietly(() -> terminal.message(line.done(bytes.sum(), files.sum(), System.nanoTime() - started)));
        }
    }

    private void show(long elapsed) {
        String shown = line.underWay(bytes.sum(), files.sum(), elapsed);
        quietly(() -> {
            if (terminal.settings().live()) {
                terminal.draw(shown);
            } else {
                terminal.message(shown);
            }
        });
    }

    private long every() {
        return terminal.settings().live() ? LIVE_EVERY : PLAIN_EVERY;
    }

    /** Standard error may be gone; the work must not fail for that. */
    private static void quietly(Runnable drawing) {
        try {
            drawing.run();
        } catch (OutputClosedException e) {
            return;
        }
    }
}
