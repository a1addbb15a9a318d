package dev.wau.warehouse;

import org.jspecify.annotations.Nullable;

/**
 * What one check of a warehouse, or of what it stands on, found.
 *
 * @param name what was checked
 * @param problem what is wrong and what to do; null: nothing
 */
public record CheckResult(String name, @Nullable String problem) {

    /** Whether nothing is wrong. */
    public boolean passed() {
        return problem == null;
    }
}
