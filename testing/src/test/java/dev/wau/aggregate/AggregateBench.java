package dev.wau.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wau.analyse.ReportRules;
import dev.wau.collect.Connectors;
import dev.wau.collect.Source;
import dev.wau.collect.SourcePlace;
import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerPublisher;
import dev.wau.config.CustomerConfig;
import dev.wau.config.GlueRules;
import dev.wau.config.Policies;
import dev.wau.config.RedshiftRules;
import dev.wau.config.WauConfig;
import dev.wau.csv.ColumnRoles;
import dev.wau.csv.Dialect;
import dev.wau.csv.Limits;
import dev.wau.csv.PersonalData;
import dev.wau.csv.RowIdentity;
import dev.wau.csv.time.TimeFormats;
import dev.wau.load.ColumnPolicy;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.progress.Progress;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.store.StoredObject;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sources in a folder, a central bucket, a clock that is moved by hand. */
final class AggregateBench {

    static final Instant START = Instant.parse("2099-07-01T00:05:00Z");

    final Path folder;
    ObjectStore central = new MemoryObjectStore();
    Instant now = START;
    Policies.MissingCustomers missing = Policies.MissingCustomers.FAIL;
    double maxRejectRatio = 0.5;
    List<CustomerConfig> customers = new ArrayList<>();
    Function<CustomerConfig, Source> sources =
            customer -> Connectors.folders(() -> now).source(customer.source());

    AggregateBench(Path folder) {
        this.folder = folder;
    }

    /** A customer with the exporter's files. */
    AggregateBench customer(String name) throws IOException {
        Files.createDirectories(folder.resolve(name));
        customers.add(exporter(name, ColumnRoles.STANDARD));
        return this;
    }

    CustomerConfig exporter(String name, ColumnRoles roles) {
        return new CustomerConfig(
                new Customer(name),
                SourcePlace.of(Location.folder(folder.resolve(name)), "**/*.csv*"),
                Dialect.STANDARD,
                roles,
                TimeFormats.central(),
                new PersonalData(Set.of("ip_address"), Set.of(), ""));
    }

    void file(String name, String... lines) throws IOException {
        file(name, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    void file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    WauConfig config() {
        Policies policies = new Policies(
                missing, Policies.SameKey.SUPERSEDE, RowIdentity.FINGERPRINT, ColumnPolicy.EVOLVE, 200, maxRejectRatio);
        return new WauConfig(
                folder.resolve("wau.yaml"),
                StorePlace.of(Location.folder(folder.resolve("central"))),
                "jdbc:duckdb:",
                GlueRules.NONE,
                RedshiftRules.DEFAULT,
                policies,
                Limits.DEFAULT,
                ReportRules.DEFAULT,
                customers);
    }

    Aggregator aggregator() {
        return aggregator(central, 2);
    }

    Aggregator aggregator(ObjectStore store, int threads) {
        return new Aggregator(config(), store, sources, () -> now, Progress.NONE, threads);
    }

    /** A run, a minute after the one before. */
    AggregateResult run() {
        now = now.plus(Duration.ofMinutes(1));
        return aggregator().run();
    }

    /** The lines of an aggregated file. */
    List<String> csv(String name) {
        return text("csv/" + name).lines().toList();
    }

    String text(String key) {
        try (InputStream bytes = central.read(central.find(new ObjectKey(key)).orElseThrow())) {
            return new String(bytes.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CompletionMarker marker(AggregateResult result) {
        return marker(Objects.requireNonNull(result.marker()));
    }

    CompletionMarker marker(ObjectKey key) {
        return new MarkerPublisher(central).read(key).orElseThrow();
    }

    List<String> keys(String prefix) {
        try (Stream<StoredObject> objects = central.list(prefix)) {
            return objects.map(object -> object.key().path()).toList();
        }
    }

    /** All objects under a prefix, with their text. */
    SortedMap<String, String> contents(String prefix) {
        SortedMap<String, String> contents = new TreeMap<>();
        keys(prefix).forEach(key -> contents.put(key, text(key)));
        return contents;
    }
}
