package dev.wau.load;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerFile;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.Sha256;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files of a run: those a marker names, as they stand now, or those of a listing of {@code csv/}. */
final class Candidates {

    /** How many keys of a listing are looked up in the history at once. */
    private static final int LOOK_UP = 1_000;

    private final ObjectStore central;

    Candidates(ObjectStore central) {
        this.central = central;
    }

    List<Candidate> of(CompletionMarker marker) {
        List<ObjectKey> keys = marker.files().stream()
                .filter(file -> file.refusal() == null)
                .map(MarkerFile::key)
                .toList();
        Map<ObjectKey, StoredObject> now = central.findAll(keys);
        return marker.files().stream()
                .map(file -> of(file, marker.batch(), now.get(file.key())))
                .toList();
    }

    private Candidate of(MarkerFile file, BatchId batch, @Nullable StoredObject object) {
        FileVersion version =
                new FileVersion(file.customer(), file.key(), file.sha256(), file.version(), file.bytes(), batch);
        if (file.refusal() != null) {
            return candidate(file, version, Candidate.Standing.REFUSED, null);
        }
        if (object == null) {
            return candidate(file, version, Candidate.Standing.GONE, null);
        }
        boolean same = object.version().equals(file.version())
                || (object.bytes() == file.bytes() && sha256(object).equals(file.sha256()));
        return same
                ? candidate(file, version, Candidate.Standing.PRESENT, object)
                : candidate(file, version, Candidate.Standing.OVERWRITTEN, null);
    }

    private static Candidate candidate(
            MarkerFile file, FileVersion version, Candidate.Standing standing, @Nullable StoredObject object) {
        return new Candidate(
                version,
                standing,
                object,
                file.firstEvent(),
                file.lastEvent(),
                file.rejected(),
                file.rejects(),
                file.refusal());
    }

    /** Every file under {@code csv/}. */
    void all(Consumer<Candidate> found) {
        try (Stream<StoredObject> objects = central.list("csv/")) {
            objects.map(this::candidate).forEach(found);
        }
    }

    /**
     * Every file under {@code csv/}, but those whose version mark the history knows as loaded, which are counted only.
     *
     * @return how many were left out
     */
    long listed(LoadTransaction transaction, Consumer<Candidate> found) {
        long unchanged = 0;
        try (Stream<StoredObject> objects = central.list("csv/")) {
            Iterator<StoredObject> all = objects.iterator();
            List<StoredObject> some = new ArrayList<>(LOOK_UP);
            while (all.hasNext()) {
                some.add(all.next());
                if (some.size() == LOOK_UP || !all.hasNext()) {
                    unchanged += lookUp(some, transaction, found);
                    some.clear();
                }
            }
        }
        return unchanged;
    }

    private long lookUp(List<StoredObject> objects, LoadTransaction transaction, Consumer<Candidate> found) {
        Map<ObjectKey, List<HistoryFile>> known =
                transaction.versions(objects.stream().map(StoredObject::key).toList()).stream()
                        .collect(Collectors.groupingBy(file -> file.version().key()));
        long unchanged = 0;
        for (StoredObject object : objects) {
            if (known.getOrDefault(object.key(), List.of()).stream().anyMatch(file -> isSettled(file, object))) {
                unchanged++;
            } else {
                found.accept(candidate(object));
            }
        }
        return unchanged;
    }

    private static boolean isSettled(HistoryFile file, StoredObject object) {
        return file.isLive() && file.version().version().equals(object.version());
    }

    /** The object as it stands, its customer read off its key. */
    Candidate candidate(StoredObject object) {
        FileVersion version = new FileVersion(
                customer(object.key()), object.key(), sha256(object), object.version(), object.bytes(), null);
        return Candidate.listed(version, object);
    }

    /**
     * The object as it stands, with what aggregation rejected of its source, if the marker that brought this content is
     * still there to say so.
     *
     * @param known the history's versions of the key
     */
    Candidate candidate(StoredObject object, List<HistoryFile> known) {
        Candidate listed = candidate(object);
        Sha256 content = listed.version().sha256();
        for (HistoryFile file : known) {
            BatchId batch = file.version().batch();
            if (batch != null && file.version().sha256().equals(content)) {
                Optional<CompletionMarker> marker = new MarkerReader(central).find(CompletionMarker.key(batch));
                Optional<MarkerFile> named = marker.stream()
                        .flatMap(found -> found.files().stream())
                        .filter(entry -> entry.key().equals(object.key())
                                && entry.sha256().equals(content))
                        .findFirst();
                if (named.isPresent()) {
                    return of(named.get(), batch, object);
                }
            }
        }
        return listed;
    }

    private static Customer customer(ObjectKey key) {
        String[] segments = key.path().split("/", 3);
        if (segments.length < 3 || !segments[0].equals("csv")) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid key of an audit log file: " + key + " (csv/<customer>/<file name>)");
        }
        return new Customer(segments[1]);
    }

    private Sha256 sha256(StoredObject object) {
        return new ContentDigest().of(object.key(), central.read(object));
    }
}
