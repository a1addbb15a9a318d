package dev.wau.load;

import dev.wau.load.Finding.Kind;
import dev.wau.model.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The findings of one file: the first of them, and how many more there are. */
final class FileFindings {

    private final ObjectKey key;
    private final List<Finding> findings = new ArrayList<>();
    private long left;

    FileFindings(ObjectKey key) {
        this.key = key;
    }

    void found(long line, Kind kind, String message) {
        if (findings.size() < Verifier.MOST_FINDINGS_A_FILE) {
            findings.add(new Finding(key, line, kind, message));
        } else {
            left++;
        }
    }

    List<Finding> list() {
        List<Finding> all = new ArrayList<>(findings);
        if (left > 0) {
            all.add(new Finding(
                    key, 0, Kind.ROW_DIFFERS, String.format(Locale.ROOT, "and %,d more findings in this file", left)));
        }
        return all;
    }
}
