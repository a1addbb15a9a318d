package dev.wau.analyse;

import java.util.Set;

/**
 * Which events make a user active.
 *
 * @param include only these; empty: all
 * @param exclude never these
 */
public record ActiveEvents(Set<String> include, Set<String> exclude) {

    /** Any event. */
    public static final ActiveEvents ALL = new ActiveEvents(Set.of(), Set.of());

    public ActiveEvents {
        include = Set.copyOf(include);
        exclude = Set.copyOf(exclude);
    }
}
