package dev.wau.warehouse.redshift;

import org.jspecify.annotations.Nullable;

/**
 * What one check of a self-test found.
 *
 * @param name what was checked
 * @param problem what is wrong and what to do; null: nothing
 */
public record SelfTestCheck(String name, @Nullable String problem) {

    /** Whether nothing is wrong. */
    public boolean passed() {
        return problem == null;
    }
}
