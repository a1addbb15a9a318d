package dev.wau.proof.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.aggregate.Aggregator;
import dev.wau.collect.Connectors;
import dev.wau.config.ConfigReader;
import dev.wau.config.WauConfig;
import dev.wau.load.LoadHistory;
import dev.wau.load.Verifier;
import dev.wau.load.Warehouse;
import dev.wau.progress.Progress;
import dev.wau.proof.Differences;
import dev.wau.store.LocalFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@code wau.yaml}, its customers' exports, its central bucket and warehouse; and what they must come to. */
public final class Workspace implements AutoCloseable {

    // Locks stay for the next process: the last one's, and that of this one.
    private static final String ALLOWED = "central/(csv/[a-z]+/[a-z0-9-]+\\.csv|complete/[^/]+\\.json"
            + "|state/aggregate/(last\\.json|ledger/[a-z]+\\.jsonl)|\\.wau-aggregate\\.lock|\\.wau-tmp/[^/]+\\.lock)"
            + "|exports/.*|wau\\.yaml|wau\\.duckdb";

    private final Path folder;
    private final CliWarehouse kind;
    private final String url;
    private final Exports exports;
    private final MarkerWitness markers;
    private final Set<String> unloaded = new HashSet<>();

    /** A new one in a new folder. */
    public Workspace(Path folder, CliWarehouse kind, Random random, int records) {
        this(folder, kind, kind.url(folder), random, records);
    }

    /**
     * One whose warehouse is elsewhere.
     *
     * @param records of an export
     */
    public Workspace(Path folder, CliWarehouse kind, String url, Random random, int records) {
        this.folder = folder;
        this.kind = kind;
        this.url = url;
        this.exports = new Exports(folder.resolve("exports"), random, records);
        this.markers = new MarkerWitness(folder.resolve("central/complete"));
        StringBuilder config = new StringBuilder("central: central\nwarehouse: \"" + url + "\"\ncustomers:\n");
        Exports.CUSTOMERS.forEach(name -> config.append("  ")
                .append(name)
                .append(": {source: exports/")
                .append(name)
                .append("}\n"));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("wau.yaml"), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        exports.begin();
    }

    /** Its folder. */
    public Path folder() {
        return folder;
    }

    /** The warehouse's URL. */
    public String url() {
        return url;
    }

    /** The customers' files. */
    public Exports exports() {
        return exports;
    }

    /** The central bucket's markers. */
    public MarkerWitness markers() {
        return markers;
    }

    /** {@code wau} in it. */
    public Cli cli() {
        return Cli.in(folder);
    }

    /** This version of a file is out until it is reloaded. */
    public void unloaded(String name) {
        unloaded.add(version(name));
    }

    /** It is in again. */
    public void reloaded(String name) {
        unloaded.remove(version(name));
    }

    /** Whether its version that stands there was unloaded. */
    public boolean isUnloaded(String name) {
        return unloaded.contains(version(name));
    }

    private String version(String name) {
        try {
            return name + " " + Files.readString(exports.folder().resolve(name)).hashCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requires that the table holds what the sources' files say, and the history each marker once. */
    public void requireConvergence() {
        Map<String, Integer> expected = expected();
        try (Warehouse warehouse = kind.open(url)) {
            assertThat(Differences.between(expected, TableRows.of(warehouse)))
                    .as("rows: expected, found")
                    .isEmpty();
            List<List<@Nullable Object>> batches = warehouse
                    .query("SELECT count(*), count(DISTINCT batch) FROM wau_batches", 1)
                    .rows();
            assertThat(batches.get(0)).allSatisfy(count -> assertThat(count).hasToString("" + markers.look()));
        }
    }

    private Map<String, Integer> expected() {
        Map<String, Integer> most = new HashMap<>();
        for (String name : exports.names()) {
            if (!isUnloaded(name)) {
                try {
                    ExportFile.records(exports.folder().resolve(name), name.substring(0, name.indexOf('/')))
                            .forEach((record, count) -> most.merge(record, count, Math::max));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return most;
    }

    /** Requires that no process left anything but what wau keeps: no temporary file, no half-written object. */
    public void requireNothingLeftBehind() {
        List<String> files = files(folder);
        assertThat(files).allMatch(file -> file.matches(ALLOWED));
        assertThat(files)
                .filteredOn(file -> file.startsWith("central/.wau-tmp/"))
                .hasSizeLessThan(3);
        assertThat(files(cli().temporary())).as("temporary files").isEmpty();
    }

    /** The central bucket's files of customers as they stand, by a hash of their bytes. */
    public Map<String, Integer> objects() {
        Map<String, Integer> objects = new HashMap<>();
        Path csv = folder.resolve("central/csv");
        if (Files.isDirectory(csv)) {
            for (String name : files(csv)) {
                try {
                    objects.put(name, Arrays.hashCode(Files.readAllBytes(csv.resolve(name))));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return objects;
    }

    /** Requires that {@code wau verify} finds nothing. */
    public void requireVerified() {
        cli().run("verify").requireDone();
    }

    /** The same check in this process, which spares a start. */
    public void requireAccounted() {
        WauConfig config = config();
        try (Warehouse warehouse = kind.open(url)) {
            Verifier verifier = new Verifier(
                    new LocalFolder(config.central().location().folder()),
                    warehouse.history(),
                    config.policies(),
                    config.limits(),
                    Progress.NONE);
            assertThat(verifier.verify(LoadHistory.Filter.ALL).findings()).isEmpty();
        }
    }

    /** Aggregates in this process. */
    public void aggregate() {
        Aggregator.of(config(), Connectors.folders(InstantSource.system()), Progress.NONE)
                .run();
    }

    /** Its {@code wau.yaml}. */
    public WauConfig config() {
        return ConfigReader.read(folder.resolve("wau.yaml"), Map.of());
    }

    private static List<String> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kind.drop(url);
    }
}
