package dev.wau.proof.convergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.wau.aggregate.Aggregator;
import dev.wau.aggregate.CustomersFailedException;
import dev.wau.analyse.ReportRules;
import dev.wau.collect.SourcePlace;
import dev.wau.config.CustomerConfig;
import dev.wau.config.GlueRules;
import dev.wau.config.Policies;
import dev.wau.config.RedshiftRules;
import dev.wau.config.WauConfig;
import dev.wau.csv.ColumnRoles;
import dev.wau.csv.Dialect;
import dev.wau.csv.Limits;
import dev.wau.csv.PersonalData;
import dev.wau.csv.time.TimeFormats;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.store.StoredObject;
import dev.wau.testing.store.FailingObjectStore;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The central bucket, filled by the real aggregation, and what the oracle says must stand in it. */
final class Bucket {

    /** An object as it stands, with the export that it was made from. */
    record Held(String customer, String sha256, ExportedFile file) {}

    private final Exports exports;
    private final Policies policies;
    private final Tally tally;
    private final MemoryObjectStore store = new MemoryObjectStore();
    private final Map<String, String> marks = new HashMap<>();
    private final SortedMap<String, Held> held = new TreeMap<>();
    private final Map<String, ExportedFile> contents = new HashMap<>();
    private final Set<String> byHand = new HashSet<>();
    private final Set<String> unannounced = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();
    private Instant now = Instant.parse("2025-07-01T00:00:00Z");

    Bucket(Exports exports, Policies policies, Tally tally) {
        this.exports = exports;
        this.policies = policies;
        this.tally = tally;
    }

    ObjectStore store() {
        return store;
    }

    /**
     * Whether objects stand there that no marker is bound to name: put there by hand; or by a run that ended early, whose
     * export went away or was spoiled before the next run. A listing finds them.
     */
    boolean needsListing() {
        return !byHand.isEmpty() || !unannounced.isEmpty();
    }

    /** Whether a marker says what was rejected of the export that this object was made from. */
    boolean isAnnounced(String key) {
        return !unannounced.contains(key);
    }

    /**
     * Whose rejects these are: an export's own, or, of a file put there by hand, those of its content, which whatever file
     * carries it has.
     */
    String rejecting(String key, String sha256) {
        return byHand.contains(key) ? key.split("/")[1] + " " + sha256 : key;
    }

    /** What stands under {@code csv/}, by key. */
    SortedMap<String, Held> held() {
        return held;
    }

    /** The export that an object with this content was made from. */
    ExportedFile content(String key, String sha256) {
        return Objects.requireNonNull(contents.get(key + " " + sha256), () -> "never stood under " + key);
    }

    void clock(Duration step) {
        now = now.plus(step);
    }

    /** Aggregates to the end. */
    boolean aggregate() {
        return aggregate(0, FailingObjectStore.Moment.BEFORE, Set.of());
    }

    /**
     * Aggregates.
     *
     * @param deadly the change at which the process dies; 0 for none
     * @param failing customers whose source can't be listed
     * @return whether there was nothing new
     */
    boolean aggregate(int deadly, FailingObjectStore.Moment moment, Set<String> failing) {
        FailingObjectStore dying = new FailingObjectStore(store, deadly, moment);
        exports.fail(failing);
        try {
            clock(Duration.ofMinutes(1));
            boolean nothingNew = new Aggregator(
                            config(),
                            dying,
                            customer -> exports.source(customer.customer().name()),
                            () -> now,
                            Progress.NONE,
                            1)
                    .run()
                    .nothingNew();
            if (deadly > 0 && dying.changes() >= deadly) {
                fail("the death of the store went unnoticed");
            }
            look();
            confirm();
            return nothingNew;
        } catch (CustomersFailedException e) {
            assertThat(failing).isNotEmpty();
            waiting.addAll(look());
        } catch (WauException e) {
            if (deadly == 0 || dying.changes() < deadly) {
                throw e;
            }
            tally.crash();
            unannounced.addAll(look());
        }
        return false;
    }

    private WauConfig config() {
        List<CustomerConfig> customers = Operation.CUSTOMERS.stream()
                .map(name -> new CustomerConfig(
                        new Customer(name),
                        SourcePlace.of(Location.folder(Path.of("exports", name)), "*"),
                        Dialect.STANDARD,
                        ColumnRoles.STANDARD,
                        TimeFormats.central(),
                        new PersonalData(Set.of("ip_address"), Set.of(), "")))
                .toList();
        return new WauConfig(
                Path.of("wau.yaml"),
                StorePlace.of(Location.folder(Path.of("central"))),
                "jdbc:duckdb:",
                GlueRules.NONE,
                RedshiftRules.DEFAULT,
                policies,
                Limits.DEFAULT,
                ReportRules.DEFAULT,
                customers);
    }

    /** Puts a file there by hand, in the central dialect. */
    void put(String customer, String name, ExportedFile file) {
        put(customer, name, file, file.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Copies an object by hand; what was bad in the export that it was made from isn't in it. */
    void putCopy(String customer, String from, String to) {
        Held original = held.get(key(customer, from));
        if (original != null) {
            ExportedFile file = original.file();
            if (byHand.contains(key(customer, from))) {
                put(customer, to, file, bytes(key(customer, from)));
                return;
            }
            Set<Long> bad = new HashSet<>();
            Oracle.rejects(file).forEach(reject -> bad.add(reject.line()));
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < file.rows().size(); i++) {
                if (!bad.contains(file.lines().get(i))) {
                    rows.add(file.rows().get(i));
                }
            }
            put(customer, to, new ExportedFile(file.header(), rows), bytes(key(customer, from)));
        }
    }

    private void put(String customer, String name, ExportedFile file, byte[] bytes) {
        String key = key(customer, name);
        try (ObjectStore.Write write = store.write(new ObjectKey(key))) {
            write.write(bytes);
            marks.put(key, write.commit().version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hold(key, file);
        byHand.add(key);
    }

    /** Notices the objects that are new or changed: they were made from the exports as they stand now. */
    private Set<String> look() {
        Set<String> changed = new HashSet<>();
        try (Stream<StoredObject> objects = store.list("csv/")) {
            objects.forEach(object -> {
                String key = object.key().path();
                if (!object.version().equals(marks.put(key, object.version()))) {
                    ExportedFile file = Objects.requireNonNull(source(key), () -> key + " was made from nothing");
                    assertThat(Oracle.refuses(file))
                            .as("%s was to be refused", key)
                            .isFalse();
                    hold(key, file);
                    changed.add(key);
                }
            });
        }
        return changed;
    }

    /** After a whole run every good export stands in the bucket, and refused ones changed nothing. */
    private void confirm() {
        for (String customer : Operation.CUSTOMERS) {
            for (String name : exports.names(customer)) {
                ExportedFile file = Objects.requireNonNull(exports.find(customer, name));
                String key = key(customer, name);
                if (!Oracle.refuses(file)) {
                    hold(key, file);
                    unannounced.remove(key);
                } else if (waiting.contains(key)) {
                    unannounced.add(key);
                }
            }
        }
        waiting.clear();
    }

    private void hold(String key, ExportedFile file) {
        String sha256 = sha256(bytes(key));
        contents.put(key + " " + sha256, file);
        held.put(key, new Held(key.split("/")[1], sha256, file));
    }

    private @Nullable ExportedFile source(String key) {
        String[] parts = key.split("/");
        return exports.find(parts[1], parts[2]);
    }

    private byte[] bytes(String key) {
        StoredObject object = store.find(new ObjectKey(key))
                .orElseThrow(() -> new AssertionError(key + " is not in the central bucket"));
        try (InputStream in = store.read(object)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String key(String customer, String name) {
        return "csv/" + customer + "/" + name;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
