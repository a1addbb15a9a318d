package dev.wau.check;

import org.jspecify.annotations.Nullable;

/**
 * What one check found.
 *
 * @param name what was checked, as it is when all is well: {@code opens the warehouse ...}
 * @param problem what is otherwise; null: nothing
 * @param fix a command or a setting; null where nothing is otherwise
 */
public record Check(
        String name,
        State state,
        @Nullable String problem,
        @Nullable String fix) {

    /** How it stands. */
    public enum State {
        /** As it should be. */
        OK,
        /** It works, and a person should know; or it could not be looked at. */
        NOTE,
        /** Something does not work, or would give a wrong result. */
        WRONG
    }

    public Check {
        boolean fine = state == State.OK;
        if (fine != (problem == null) || fine != (fix == null)) {
            throw new IllegalArgumentException("Invalid check: '" + name + "' is " + state + " with problem '" + problem
                    + "' and fix '" + fix + "' (both, or neither where all is well)");
        }
    }

    /** All is well. */
    public static Check ok(String name) {
        return new Check(name, State.OK, null, null);
    }

    /** Something to know. */
    public static Check note(String name, String problem, String fix) {
        return new Check(name, State.NOTE, problem, fix);
    }

    /** Something to mend. */
    public static Check wrong(String name, String problem, String fix) {
        return new Check(name, State.WRONG, problem, fix);
    }

    /** Whether nothing is to be mended. */
    public boolean passed() {
        return state != State.WRONG;
    }
}
