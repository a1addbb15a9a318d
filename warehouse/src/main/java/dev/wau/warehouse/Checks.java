package dev.wau.warehouse;

import dev.wau.model.WauException;
import java.util.function.Consumer;

/** Checks, one after the other, told as they end. Used by one thread. */
public final class Checks {

    private final Consumer<CheckResult> told;
    private boolean passed = true;

    /** Of which each result is told here. */
    public Checks(Consumer<CheckResult> told) {
        this.told = told;
    }

    /**
     * Makes one.
     *
     * @param check throws {@link WauException} if something is wrong, with what to do
     * @return whether nothing was
     */
    public boolean passes(String name, Runnable check) {
        try {
            check.run();
            told.accept(new CheckResult(name, null));
            return true;
        } catch (WauException e) {
            passed = false;
            told.accept(new CheckResult(name, e.getMessage()));
            return false;
        }
    }

    /** Whether all passed so far. */
    public boolean passed() {
        return passed;
    }
}
