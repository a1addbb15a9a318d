package dev.wau.aggregate;

import dev.wau.model.Digests;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.Sha256;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Puts content into {@code csv/}, unless it stands there already: a touched file makes no new version. */
final class CentralContent {

    private final ObjectStore central;
    private final RunTime time;

    CentralContent(ObjectStore central, RunTime time) {
        this.central = central;
        this.time = time;
    }

    /**
     * Commits the write, or leaves it if the object holds the same.
     *
     * @param bytes written
     * @param sha256 of them
     * @return the object's version
     * @throws TimedInput.TimeOver before what stands there was read
     */
    String commit(ObjectStore.Write write, FileReport report, long bytes, Sha256 sha256) throws IOException {
        Optional<StoredObject> there = central.find(report.key());
        if (there.isPresent() && there.get().bytes() == bytes && holds(there.get(), report, sha256)) {
            return there.get().version();
        }
        return write.commit().version();
    }

    private boolean holds(StoredObject object, FileReport report, Sha256 sha256) throws TimedInput.TimeOver {
        LedgerEntry known = report.known();
        if (known != null && known.etag().equals(object.version())) {
            return known.sha256().equals(sha256);
        }
        return hash(object).filter(sha256::equals).isPresent();
    }

    private Optional<Sha256> hash(StoredObject object) throws TimedInput.TimeOver {
        ObjectKey key = object.key();
        try (InputStream bytes = new TimedInput(central.read(object), time)) {
            return Optional.of(Digests.sha256(bytes));
        } catch (WauException e) {
            if (e.code() == ErrorCode.NOT_FOUND || e.code() == ErrorCode.OBJECT_CHANGED) {
                return Optional.empty();
            }
            throw e;
        } catch (TimedInput.TimeOver e) {
            throw e;
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot read " + key + ": " + e.getMessage(), e);
        }
    }
}
