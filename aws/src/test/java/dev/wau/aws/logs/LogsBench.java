package dev.wau.aws.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wau.aws.access.AwsClients;
import dev.wau.aws.access.TestingAccess;
import dev.wau.collect.LogExport;
import dev.wau.collect.Source;
import dev.wau.collect.SourceFile;
import dev.wau.collect.SourcePlace;
import dev.wau.store.CloudAccess;
import dev.wau.store.Location;
import dev.wau.testing.aws.LogsFake;
import dev.wau.testing.aws.StsFake;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CloudWatch Logs, roles to reach it with, and a clock that is moved by hand. */
final class LogsBench implements AutoCloseable {

    static final String GROUP = "/aws/app";
    static final Instant DAY = Instant.parse("2023-04-05T00:00:00Z");
    static final LogExport DAYS = LogExport.DEFAULT;
    static final LogExport HOURS = new LogExport(null, Duration.ofHours(1), Duration.ofHours(2), null);

    final StsFake sts = new StsFake();
    final LogsFake logs = new LogsFake();
    final AwsClients clients = new AwsClients(TestingAccess.settings(sts.uri()));
    private final CloudWatchConnector connector = new CloudWatchConnector(clients, () -> now(), Duration.ZERO);
    Instant now = DAY.plus(Duration.ofDays(3));

    /** A group that was made at the beginning of {@link #DAY}. */
    static LogsBench withGroup() {
        LogsBench bench = new LogsBench();
        bench.logs.group(GROUP, DAY, (Integer) null);
        return bench;
    }

    Instant now() {
        return now;
    }

    Source source(LogExport export) {
        return source("cloudwatch:" + GROUP, export, null);
    }

    Source source(String location, LogExport export, @Nullable String role) {
        CloudAccess access = new CloudAccess("eu-west-1", logs.uri().toString(), role, null);
        return connector.source(new SourcePlace(Location.of(location), "", access, export));
    }

    /** An event at a time of {@link #DAY}. */
    String put(String time, String message) {
        return logs.put(GROUP, "stream", Instant.parse("2023-04-05T" + time + "Z"), message);
    }

    static List<SourceFile> files(Source source) {
        try (Stream<SourceFile> files = source.list()) {
            return files.toList();
        }
    }

    static List<String> names(Source source) {
        return files(source).stream().map(SourceFile::name).toList();
    }

    static String text(Source source, SourceFile file) {
        try (InputStream bytes = source.read(file)) {
            return new String(bytes.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of {@link #DAY}. */
    String day() {
        Source source = source(DAYS);
        SourceFile file = files(source).stream()
                .filter(found -> found.name().startsWith("app-2023-04-05"))
                .findFirst()
                .orElseThrow();
        return text(source, file);
    }

    @Override
    public void close() {
        clients.close();
        logs.close();
        sts.close();
    }
}
