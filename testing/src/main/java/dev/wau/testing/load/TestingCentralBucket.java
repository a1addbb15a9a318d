package dev.wau.testing.load;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.complete.MarkerFile;
import dev.wau.csv.Limits;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.model.Reject;
import dev.wau.model.Sha256;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import dev.wau.testing.warehouse.Hints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A central bucket filled by hand: aggregated files and the markers that name them. */
public final class TestingCentralBucket {

    private static final Instant TIME = Instant.parse("2025-07-01T00:00:00Z");

    private final ObjectStore store;

    public TestingCentralBucket(ObjectStore store) {
        this.store = store;
    }

    /** Where the files stand. */
    public ObjectStore store() {
        return store;
    }

    /** Puts an aggregated file of these lines under {@code csv/<customer>/<name>}. */
    public ObjectKey put(String customer, String name, String... lines) {
        ObjectKey key = ObjectKey.aggregated(new Customer(customer), name);
        try (ObjectStore.Write write = store.write(key)) {
            write.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            write.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return key;
    }

    /** A marker that names these files as they stand now. */
    public CompletionMarker marker(String batch, ObjectKey... keys) {
        List<MarkerFile> files = new ArrayList<>();
        for (ObjectKey key : keys) {
            files.add(file(key, List.of()));
        }
        return marker(batch, files);
    }

    /** A marker of these files. */
    public static CompletionMarker marker(String batch, List<MarkerFile> files) {
        List<CustomerOutcome> customers = files.stream()
                .map(MarkerFile::customer)
                .distinct()
                .sorted()
                .map(customer -> new CustomerOutcome(customer, CustomerOutcome.Outcome.COPIED, 1, null))
                .toList();
        return new CompletionMarker(new BatchId(batch), TIME, TIME.plusSeconds(1), customers, files);
    }

    /** The marker's entry for a file as it stands now, with what aggregation rejected of its source. */
    public MarkerFile file(ObjectKey key, List<Reject> rejects) {
        StoredObject object = store.find(key).orElseThrow();
        byte[] bytes = bytes(object);
        ReadRules rules = ReadRules.central(customer(key), RowIdentity.FINGERPRINT, Limits.DEFAULT);
        return new MarkerFile(
                customer(key),
                key,
                key.fileName(),
                object.bytes(),
                sha256(bytes),
                object.version(),
                1,
                List.of("timestamp", "event"),
                Hints.TRUE.first(bytes, rules),
                Hints.TRUE.last(bytes, rules),
                rejects.size(),
                rejects,
                null);
    }

    /** The marker's entry for a source's file that aggregation refused. */
    public static MarkerFile refused(String customer, String name, String code) {
        Customer owner = new Customer(customer);
        return new MarkerFile(
                owner,
                ObjectKey.aggregated(owner, name),
                name,
                3,
                new Sha256("0".repeat(64)),
                "",
                0,
                List.of(),
                null,
                null,
                0,
                List.of(),
                new MarkerFile.Refusal(code, "made by a test"));
    }

    private static Customer customer(ObjectKey key) {
        return new Customer(key.path().split("/", 3)[1]);
    }

    private byte[] bytes(StoredObject object) {
        try (InputStream in = store.read(object)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sha256 sha256(byte[] bytes) {
        try {
            return new Sha256(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
