package dev.wau.check;

import dev.wau.model.WauException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Checks, one after the other, told as they end. Used by one thread. */
public final class Checks {

    private final Consumer<Check> told;
    private final Map<Check.State, Integer> counts = new EnumMap<>(Check.State.class);

    /** Of which each result is told here. */
    public Checks(Consumer<Check> told) {
        this.told = told;
    }

    /** Takes a result. */
    public void add(Check check) {
        counts.merge(check.state(), 1, Integer::sum);
        told.accept(check);
    }

    /** All is well. */
    public void ok(String name) {
        add(Check.ok(name));
    }

    /** Something to know. */
    public void note(String name, String problem, String fix) {
        add(Check.note(name, problem, fix));
    }

    /** Something to mend. */
    public void wrong(String name, String problem, String fix) {
        add(Check.wrong(name, problem, fix));
    }

    /** All is well if so, else something is to be mended. */
    public void require(boolean fine, String name, String problem, String fix) {
        add(fine ? Check.ok(name) : Check.wrong(name, problem, fix));
    }

    /** All is well if so, else there is something to know. */
    public void advise(boolean fine, String name, String problem, String fix) {
        add(fine ? Check.ok(name) : Check.note(name, problem, fix));
    }

    /**
     * Tries something.
     *
     * @param fix what to do where the message of the error doesn't say it
     * @param check throws {@link WauException} if something is wrong
     * @return whether nothing was
     */
    public boolean passes(String name, String fix, Runnable check) {
        try {
            check.run();
            ok(name);
            return true;
        } catch (WauException e) {
            wrong(name, String.valueOf(e.getMessage()), fix);
            return false;
        }
    }

    /** How many were so. */
    public int count(Check.State state) {
        return counts.getOrDefault(state, 0);
    }

    /** Whether nothing is to be mended so far. */
    public boolean passed() {
        return count(Check.State.WRONG) == 0;
    }
}
