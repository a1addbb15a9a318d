package dev.wau.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file with what the run will do about it.
 *
 * @param candidate the file
 * @param action what
 * @param known the history's row of this very version; null if it never saw it
 * @param leaving other versions of the key that give way
 * @param copyOf the loaded file it is a copy of; null unless a copy of one
 * @param message why nothing is loaded; null where the action says it all
 */
record PlannedFile(
        Candidate candidate,
        FileAction action,
        @Nullable HistoryFile known,
        List<HistoryFile> leaving,
        @Nullable HistoryFile copyOf,
        @Nullable String message) {

    static PlannedFile of(Candidate candidate, FileAction action, @Nullable HistoryFile known) {
        return new PlannedFile(candidate, action, known, List.of(), null, null);
    }

    PlannedFile leaving(List<HistoryFile> versions) {
        return new PlannedFile(candidate, action, known, versions, copyOf, message);
    }

    PlannedFile because(String why) {
        return new PlannedFile(candidate, action, known, leaving, copyOf, why);
    }

    PlannedFile copyOf(HistoryFile original) {
        return new PlannedFile(candidate, FileAction.COPY, known, leaving, original, message);
    }

    FileVersion version() {
        return candidate.version();
    }
}
