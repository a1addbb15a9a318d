package dev.wau.catalog.schema;

import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Chooses files of {@code csv/}: of each customer the newest and the oldest, whatever there are in between. What is held is
 * bounded by the number of customers; one listing. For one thread.
 */
final class SampledFiles {

    private static final Comparator<StoredObject> BY_TIME =
            Comparator.comparing(StoredObject::modified).thenComparing(StoredObject::key);

    private final Sampling sampling;
    private final List<List<StoredObject>> chosen = new ArrayList<>();
    private final TreeSet<StoredObject> newest = new TreeSet<>(BY_TIME);
    private final TreeSet<StoredObject> oldest = new TreeSet<>(BY_TIME);
    private String customer = "";

    private SampledFiles(Sampling sampling) {
        this.sampling = sampling;
    }

    /** The chosen ones by key, told of every file on the way. */
    static List<StoredObject> of(ObjectStore central, Sampling sampling, FilesTally tally) {
        SampledFiles files = new SampledFiles(sampling);
        try (Stream<StoredObject> objects = central.list(Crawl.FOLDER)) {
            objects.filter(tally::takes).forEach(files::add);
        }
        files.endCustomer();
        return files.bounded();
    }

    /** Who owns a file: {@code csv/<customer>/<file name>}; empty for an object that is none's. */
    static Optional<Customer> owner(ObjectKey key) {
        String[] segments = key.path().split("/", 3);
        if (segments.length < 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Customer(segments[1]));
        } catch (WauException e) {
            return Optional.empty();
        }
    }

    private void add(StoredObject object) {
        String owner = object.key().path().split("/", 3)[1];
        if (!owner.equals(customer)) {
            endCustomer();
            customer = owner;
        }
        oldest.add(object);
        newest.add(object);
        if (oldest.size() > sampling.filesPerCustomer() / 2) {
            oldest.pollLast();
        }
        if (newest.size() > sampling.filesPerCustomer()) {
            newest.pollFirst();
        }
    }

    /** The newest and the oldest in turn, so that fewer of them are as good a choice. */
    private void endCustomer() {
        List<StoredObject> files = new ArrayList<>();
        List<StoredObject> late = new ArrayList<>(newest.descendingSet());
        List<StoredObject> early = new ArrayList<>(oldest);
        for (int i = 0; files.size() < sampling.filesPerCustomer() && i < late.size(); i++) {
            addOnce(files, late.get(i));
            if (i < early.size() && files.size() < sampling.filesPerCustomer()) {
                addOnce(files, early.get(i));
            }
        }
        if (!files.isEmpty()) {
            chosen.add(files);
        }
        newest.clear();
        oldest.clear();
    }

    private static void addOnce(List<StoredObject> files, StoredObject file) {
        if (!files.contains(file)) {
            files.add(file);
        }
    }

    private List<StoredObject> bounded() {
        int each = Math.max(2, sampling.files() / Math.max(1, chosen.size()));
        return chosen.stream()
                .flatMap(files -> files.stream().limit(each))
                .sorted(Comparator.comparing(StoredObject::key))
                .toList();
    }
}
