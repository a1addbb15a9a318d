package dev.wau.load;

import org.jspecify.annotations.Nullable;

/** Says who logs in to a warehouse. Asked before each connection, so it remembers what is slow to get. Thread-safe. */
@FunctionalInterface
public interface LoginSource {

    /** The login; null where the URL and the surroundings say all. */
    @Nullable
    Login login();

    /** The warehouse refused this one: it may have changed since. */
    default void refused(Login login) {}
}
