package dev.wau.warehouse.parts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder {@code staging/<run>/} of the central bucket: what a run writes there goes with it, and what a run left that
 * died goes with the next one. A run is alive as long as it has the store's hold of its name. Thread-safe.
 */
public final class StagingArea implements AutoCloseable {

    private static final String FOLDER = "staging/";

    private final ObjectStore central;
    private final String prefix;
    private final ObjectStore.Hold hold;
    private final AtomicLong numbers = new AtomicLong();

    private StagingArea(ObjectStore central, String run) {
        this.central = central;
        this.prefix = FOLDER + run + "/";
        this.hold = central.hold(holdName(run));
    }

    /** Begins a run's area, and clears those of dead runs. */
    public static StagingArea begin(ObjectStore central, RunId run) {
        clearDead(central);
        return new StagingArea(central, run.value());
    }

    private static String holdName(String run) {
        return "staging-" + run;
    }

    private static void clearDead(ObjectStore central) {
        Set<String> runs;
        try (Stream<StoredObject> objects = central.list(FOLDER)) {
            runs = objects.map(object -> run(object.key())).collect(Collectors.toCollection(TreeSet::new));
        }
        for (String run : runs) {
            try (ObjectStore.Hold dead = central.hold(holdName(run))) {
                dead.confirm();
                clear(central, FOLDER + run + "/");
            } catch (WauException e) {
                if (e.code() != ErrorCode.BUSY) {
                    throw e;
                }
            }
        }
    }

    private static String run(ObjectKey key) {
        String rest = key.path().substring(FOLDER.length());
        return rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
    }

    private static void clear(ObjectStore central, String prefix) {
        List<ObjectKey> keys;
        try (Stream<StoredObject> objects = central.list(prefix)) {
            keys = objects.map(StoredObject::key).toList();
        }
        keys.forEach(central::delete);
    }

    /** Where an object of the central bucket stands, as a warehouse names it. */
    public String uri(ObjectKey key) {
        String place = central.location().toString();
        return (place.endsWith("/") ? place : place + "/") + key.path();
    }

    /** Takes parts. */
    public PartStore store() {
        return new PartStore(central, prefix);
    }

    /** A number that no other work of the run gets: for names. */
    public long next() {
        return numbers.incrementAndGet();
    }

    /**
     * Writes the manifest of parts, as Redshift's COPY reads it: each must be there, and its size is said.
     *
     * @return where it is
     */
    public String manifest(List<Part> parts, String name) {
        confirm();
        ObjectKey key = new ObjectKey(prefix + name);
        try (ObjectStore.Write write = central.write(key)) {
            write.write(json(parts));
            write.commit();
            return uri(key);
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot write " + key + ": " + e.getMessage(), e);
        }
    }

    private byte[] json(List<Part> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("entries");
            for (Part part : parts) {
                json.writeStartObject();
                json.writeStringField("url", uri(part.key()));
                json.writeBooleanField("mandatory", true);
                json.writeObjectFieldStart("meta");
                json.writeNumberField("content_length", part.bytes());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Makes sure that nobody takes this run for dead.
     *
     * @throws WauException BUSY when another did
     */
    public void confirm() {
        hold.confirm();
    }

    /** Removes all that the run wrote. */
    @Override
    public void close() {
        try (hold) {
            clear(central, prefix);
        }
    }
}
