package dev.wau.infra.settings;

import java.util.Set;

/**
 * A customer's account and what it may do.
 *
 * @param name the customer's, as in {@code wau.yaml}
 * @param account twelve digits
 */
public record CustomerAccess(String name, String account, Set<Kind> kinds) {

    /** What an account may do. */
    public enum Kind {
        /** Read the customer's own aggregated files, {@code csv/NAME/}. */
        READ,
        /** Put files into the landing bucket, under {@code NAME/}: the customer's source. */
        DELIVER
    }

    public CustomerAccess {
        kinds = Set.copyOf(kinds);
    }

    /** Whether the account may do this. */
    public boolean may(Kind kind) {
        return kinds.contains(kind);
    }
}
