package dev.wau.aws.login;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A login that is asked of AWS when it is first needed, and again when its time is over or it was refused. Thread-safe. */
public final class RememberedLogin {

    private final Supplier<DatabaseLogin> source;
    private final InstantSource clock;
    private @Nullable DatabaseLogin remembered;

    RememberedLogin(Supplier<DatabaseLogin> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * The login.
     *
     * @throws dev.wau.model.WauException as its source says
     */
    public synchronized DatabaseLogin login() {
        DatabaseLogin known = remembered;
        if (known == null || !clock.instant().isBefore(known.until())) {
            known = source.get();
            remembered = known;
        }
        return known;
    }

    /** Forgets a password that a database refused, unless another one is known meanwhile. */
    public synchronized void forget(String password) {
        if (remembered != null && remembered.password().equals(password)) {
            remembered = null;
        }
    }
}
