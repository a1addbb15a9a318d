package dev.wau.aws.logs;

import dev.wau.collect.LogExport;
import dev.wau.collect.Source;
import dev.wau.collect.SourceFile;
import dev.wau.model.Digests;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A log group of CloudWatch Logs: each window of time that is over is a CSV file, with the exporter's columns.
 *
 * <p>A window's mark is another one at every listing as long as late events are waited for, and one last after that; so
 * whoever remembers marks reads the window until it is complete, and never again. The mark also tells what the file is
 * made of: another group or another prefix of streams is another version. Nothing is remembered here, so it doesn't
 * matter how often, or from where, a group is listed. Equal events give equal bytes.
 *
 * <p>{@link #read} asks for all events before it returns: the header is the union of their keys. Thread-safe.
 */
final class LogGroupSource implements Source {

    // Raised when this code makes another file of the same events.
    private static final int EDITION = 1;
    private static final int DIGEST_LENGTH = 12;

    private final Location location;
    private final Windows windows;
    private final LogGroupClient client;
    private final InstantSource clock;
    private final String content;
    private volatile @Nullable GroupLife life;

    LogGroupSource(Location location, LogExport export, LogGroupClient client, InstantSource clock) {
        LogGroupName group = LogGroupName.of(location);
        this.location = location;
        this.windows = new Windows(group, export);
        this.client = client;
        this.clock = clock;
        String made = EDITION + "\n" + group.identifier() + "\n" + Objects.toString(export.streamPrefix(), "");
        this.content = Digests.sha256(made).hex().substring(0, DIGEST_LENGTH);
    }

    @Override
    public String description() {
        return location.toString();
    }

    @Override
    public Stream<SourceFile> list() {
        Instant now = clock.instant();
        GroupLife found = client.life();
        life = found;
        return windows.files(found, now).map(window -> file(window, now));
    }

    @Override
    public InputStream read(SourceFile file) {
        Window window = Window.ofFile(file.name());
        EventSpool spool = new EventSpool();
        boolean taken = false;
        try {
            EventColumns columns = new EventColumns();
            client.events(window, event -> {
                columns.add(AuditMessage.cells(event.message()).keySet());
                spool.add(event);
            });
            InputStream csv = new EventCsv(spool, columns.header());
            taken = true;
            return csv;
        } catch (IOException e) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot sort '" + file.name() + "' in a temporary file: " + e.getMessage()
                            + ". Give the temporary folder more room.",
                    e);
        } finally {
            if (!taken) {
                close(spool);
            }
        }
    }

    // A mark that moves with time is no change of what was read; what retention has taken from, is gone.
    @Override
    public SourceFile refresh(SourceFile file) {
        GroupLife known = life;
        GroupLife now = known == null ? client.life() : known;
        return windows.isKept(Window.ofFile(file.name()), now, clock.instant())
                ? file
                : new SourceFile(file.name(), -1, file.modified(), "");
    }

    /** One page of events: reading a window would ask for all of it. */
    @Override
    public boolean probe() {
        client.life();
        return client.mayHaveEvents();
    }

    private SourceFile file(Window window, Instant now) {
        String state = windows.isFinal(window, now) ? "final" : "open-" + now.toEpochMilli();
        return new SourceFile(window.file(windows.group()), 0, window.end(), content + "-" + state);
    }

    private static void close(EventSpool spool) {
        try {
            spool.close();
        } catch (IOException e) {
            // Another error is on its way, and the file goes with the process.
            return;
        }
    }
}
