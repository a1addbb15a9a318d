package dev.wau.load;

import java.util.Locale;

/** Where one file version stands in the load history. */
public enum FileState {
    /** Its records are accounted for in the tables. */
    LOADED,
    /** Same content as a loaded file of the same customer under another key: skipped, and takes over if that one leaves. */
    COPY,
    /** Another version under its key took its place. */
    SUPERSEDED,
    /** Taken out by {@code wau unload}; stays out until {@code wau reload}. */
    UNLOADED,
    /** Refused as a whole; leaves no rows. */
    FAILED;

    /** The value in {@code wau_files.state}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state with this code. */
    public static FileState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
