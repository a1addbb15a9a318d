package dev.wau.aggregate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects of JSON lines under {@code state/}. What can't be read there counts as lost: the folder remembers decisions and
 * is no truth, so the work is done again. Thread-safe.
 */
final class StateFiles {

    private static final JsonFactory JSON = new JsonFactory();

    private final ObjectStore central;

    StateFiles(ObjectStore central) {
        this.central = central;
    }

    /** Writes the lines of an object. */
    interface Lines {
        void write(JsonGenerator json) throws IOException;
    }

    /** Reads one line; the parser stands on its start. */
    interface Line {
        void read(JsonParser json) throws IOException;
    }

    void write(ObjectKey key, Lines lines) {
        try (ObjectStore.Write write = central.write(key)) {
            write(lines, write);
            write.commit();
        } catch (IOException e) {
            throw failed(key, e);
        }
    }

    /**
     * Writes a small object, only if none is there.
     *
     * @return whether this call wrote it
     */
    boolean create(ObjectKey key, Lines lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(lines, bytes);
        } catch (IOException e) {
            throw failed(key, e);
        }
        return central.createIfAbsent(key, bytes.toByteArray());
    }

    private static void write(Lines lines, OutputStream out) throws IOException {
        // The store's stream must be committed, not closed.
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        lines.write(json);
        json.close();
        out.write('\n');
    }

    private static WauException failed(ObjectKey key, IOException cause) {
        return new WauException(ErrorCode.STORE_FAILED, "Cannot write " + key + ": " + cause.getMessage(), cause);
    }

    /**
     * Reads the lines of an object.
     *
     * @return whether all of it was there and readable
     */
    boolean read(ObjectKey key, Line line) {
        Optional<StoredObject> object = central.find(key);
        if (object.isEmpty()) {
            return false;
        }
        try (InputStream bytes = central.read(object.get());
                JsonParser json = JSON.createParser(bytes)) {
            while (json.nextToken() != null) {
                line.read(json);
            }
            return true;
        } catch (WauException e) {
            if (e.code() == ErrorCode.STORE_FAILED) {
                throw e;
            }
            return false;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    List<ObjectKey> keys(String prefix) {
        try (Stream<StoredObject> objects = central.list(prefix)) {
            return new ArrayList<>(objects.map(StoredObject::key).toList());
        }
    }

    void delete(ObjectKey key) {
        central.delete(key);
    }
}
