package dev.wau.aws.login;

import dev.wau.load.Login;
import dev.wau.load.LoginSource;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A login that is asked of AWS when it is first needed, and again when its time is over or it was refused. Thread-safe. */
public final class RememberedLogin implements LoginSource {

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
    @Override
    public synchronized Login login() {
        DatabaseLogin known = remembered;
        if (known == null || !clock.instant().isBefore(known.until())) {
            known = source.get();
            remembered = known;
        }
        return new Login(known.user(), known.password());
    }

    /** Forgets a password that a database refused, unless another one is known meanwhile. */
    @Override
    public synchronized void refused(Login login) {
        if (remembered != null && remembered.password().equals(login.password())) {
            remembered = null;
        }
    }
}
