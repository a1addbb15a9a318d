package dev.wau.proof.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.config.Policies;
import dev.wau.csv.RowIdentity;
import dev.wau.load.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that a history works on: exports, central bucket, warehouse, and the stages between them. */
final class Site {

    private final Exports exports;
    private final Bucket bucket;
    private final Loads loads;
    private final Tables tables;
    private final RowIdentity identity;

    Site(Warehouse warehouse, RowIdentity identity, Tally tally) {
        this.identity = identity;
        Policies standard = Policies.DEFAULT;
        Policies policies = new Policies(
                standard.missingCustomers(),
                standard.sameKey(),
                identity,
                standard.columns(),
                standard.maxColumns(),
                standard.maxRejectRatio());
        exports = new Exports(new Writer(identity));
        bucket = new Bucket(exports, policies, tally);
        loads = new Loads(bucket.store(), warehouse, policies, tally);
        tables = new Tables(warehouse, bucket, policies, tally);
    }

    Exports exports() {
        return exports;
    }

    Bucket bucket() {
        return bucket;
    }

    Loads loads() {
        return loads;
    }

    /** Nothing half-done shows. */
    void check() {
        tables.requireWhole();
    }

    /**
     * Puts a file into the central bucket by hand. Where identifiers are trusted, one without them is skipped: its records
     * and aggregated ones, which got identifiers, are different events by that policy.
     */
    void put(String customer, String name, Layout layout, List<Row> rows) {
        if (identity != RowIdentity.IDENTIFIER || layout.columns().contains("unique_identifier")) {
            bucket.put(customer, name, exports.write(customer, layout, rows));
        }
    }

    /** Takes a file's rows out. */
    void unload(String customer, String name, Fault fault) {
        loads.unload(Bucket.key(customer, name), fault);
    }

    /** Loads a file again. */
    void reload(String customer, String name, Fault fault) {
        String key = Bucket.key(customer, name);
        Bucket.Held held = bucket.held().get(key);
        loads.reload(key, held == null ? "" : held.sha256(), fault);
    }

    /** What anybody does after a mishap: run once more, and load what is pending. Then nothing is left to do. */
    void heal() {
        bucket.aggregate();
        loads.deliverPending(Loads.Order.OLDEST_FIRST);
        if (bucket.needsListing()) {
            loads.listing(Fault.NONE);
        }
        tables.requireWhole();
        tables.requireConverged(surviving());
        requireRejects();
        assertThat(bucket.aggregate()).as("nothing new").isTrue();
        loads.repeatAll();
        tables.requireConverged(surviving());
    }

    private List<Oracle.Standing> surviving() {
        List<Oracle.Standing> surviving = new ArrayList<>();
        survivors()
                .forEach(
                        (key, held) -> surviving.add(new Oracle.Standing(held.customer(), held.sha256(), held.file())));
        return surviving;
    }

    private SortedMap<String, Bucket.Held> survivors() {
        SortedMap<String, Bucket.Held> survivors = new TreeMap<>();
        bucket.held().forEach((key, held) -> {
            if (!loads.isUnloaded(key, held.sha256()) && !Oracle.refuses(held.file())) {
                survivors.put(key, held);
            }
        });
        return survivors;
    }

    private void requireRejects() {
        SortedMap<String, ExportedFile> files = new TreeMap<>();
        survivors().forEach((key, held) -> {
            if (bucket.isAnnounced(key)) {
                files.put(bucket.rejecting(key, held.sha256()), held.file());
            }
        });
        tables.requireRejects(files);
    }
}
