package dev.wau.aws.s3;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A hold that is an object in the bucket, written again four times in its lease by a thread of its own. Each writing is
 * conditional on the one before, so two never both hold it: who comes back late finds it changed. Thread-safe.
 */
final class S3Hold implements ObjectStore.Hold {

    private static final int TRIES = 5;

    private final Lease lease;
    private final String name;
    private final ElapsedTime time;
    private final CountDownLatch end = new CountDownLatch(1);
    private String etag;
    private ElapsedTime.Moment renewed;
    private @Nullable WauException lost;

    private S3Hold(Lease lease, String name, ElapsedTime time, String etag, ElapsedTime.Moment taken) {
        this.lease = lease;
        this.name = name;
        this.time = time;
        this.etag = etag;
        this.renewed = taken;
    }

    /**
     * Takes it, if nobody has it, or who had it gave no sign of life for the time of a lease.
     *
     * @throws WauException BUSY, STORE_FAILED
     */
    static S3Hold take(Lease lease, String name, ElapsedTime time) {
        String seen = null;
        for (int i = 0; i < TRIES; i++) {
            ElapsedTime.Moment before = time.now();
            Optional<String> etag = lease.write(seen);
            if (etag.isPresent()) {
                S3Hold hold = new S3Hold(lease, name, time, etag.get(), before);
                hold.start();
                return hold;
            }
            Optional<Lease.Found> found = lease.find();
            // Ours, if the reply to a first try was lost.
            if (found.isPresent() && !found.get().isOurs() && !found.get().expired()) {
                throw busy(lease, name, found.get().owner());
            }
            seen = found.map(Lease.Found::etag).orElse(null);
        }
        throw busy(lease, name, "others who begin at the same moment");
    }

    private static WauException busy(Lease lease, String name, String owner) {
        return new WauException(
                ErrorCode.BUSY,
                "Cannot " + name + " in " + lease.store() + ": " + owner + " does it (" + lease.place()
                        + "). Wait for its end; where it died, its hold ends "
                        + lease.times().lease().toSeconds() + " s after its last sign of life.");
    }

    private void start() {
        Thread renewer = new Thread(this::renewUntilTheEnd, "wau-hold-" + name);
        renewer.setDaemon(true);
        renewer.start();
    }

    private void renewUntilTheEnd() {
        long pause = lease.times().renewal().toMillis();
        try {
            while (!end.await(pause, TimeUnit.MILLISECONDS) && renewIfHeld()) {}
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is anything to renew from now on. */
    private synchronized boolean renewIfHeld() {
        if (isOver()) {
            return false;
        }
        try {
            renew();
        } catch (WauException e) {
            // Tried again after the next pause, or by who asks for a confirmation, and told to that one.
            return lost == null;
        }
        return true;
    }

    @Override
    public synchronized void confirm() {
        if (end.getCount() == 0) {
            throw new IllegalStateException("The hold was given up");
        }
        if (lost != null) {
            throw lost;
        }
        if (time.since(renewed).compareTo(lease.times().trust()) > 0) {
            renewOrGiveUp();
        }
    }

    private void renewOrGiveUp() {
        try {
            renew();
        } catch (WauException e) {
            if (e.code() == ErrorCode.BUSY) {
                throw e;
            }
            throw new WauException(
                    ErrorCode.BUSY,
                    "Cannot go on to " + name + " in " + lease.store() + ": the hold was last renewed "
                            + time.since(renewed).toSeconds() + " s ago, and can't be now (" + e.getMessage() + ")",
                    e);
        }
    }

    private void renew() {
        for (int i = 0; i < TRIES; i++) {
            ElapsedTime.Moment before = time.now();
            Optional<String> now = lease.write(etag);
            if (now.isPresent()) {
                etag = now.get();
                renewed = before;
                return;
            }
            Optional<Lease.Found> found = lease.find();
            if (found.isEmpty() || !found.get().isOurs()) {
                lost = lost(found.map(Lease.Found::owner)
                        .map(owner -> ", and " + owner + " has it now")
                        .orElse(""));
                throw lost;
            }
            // The reply to an earlier writing was lost.
            etag = found.get().etag();
        }
        throw new WauException(ErrorCode.STORE_FAILED, "Cannot renew " + lease.place() + ": it changes all the time");
    }

    private WauException lost(String toWhom) {
        return new WauException(
                ErrorCode.BUSY,
                "Cannot go on to " + name + " in " + lease.store() + ": the hold was lost" + toWhom + " ("
                        + lease.place() + "). Run again: what is done isn't done twice.");
    }

    private boolean isOver() {
        return lost != null || end.getCount() == 0;
    }

    @Override
    public synchronized void close() {
        if (!isOver()) {
            giveUp();
        }
        end.countDown();
    }

    // What was done under the hold is done: it must not fail because of an object that expires by itself.
    private void giveUp() {
        try {
            for (int i = 0; i < TRIES && !lease.remove(etag); i++) {
                Optional<Lease.Found> found = lease.find();
                if (found.isEmpty() || !found.get().isOurs()) {
                    return;
                }
                etag = found.get().etag();
            }
        } catch (WauException e) {
            return;
        }
    }
}
