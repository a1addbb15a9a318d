package dev.wau.load;

import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import java.util.Locale;

/**
 * Refuses files of which too much can't be read.
 *
 * @param maxRatio of rejected to read records
 */
record RejectBound(double maxRatio) {

    /** The file, refused if it has too many rejects. */
    StagedFile checked(StagedFile staged) {
        if (staged.refusal() != null || staged.rejected() <= maxRatio * staged.records()) {
            return staged;
        }
        return staged.refused(new FileRefusedException(
                RefusalReason.TOO_MANY_REJECTS,
                String.format(
                        Locale.ROOT,
                        "%,d of %,d records can't be read, see 'wau inspect' (policies.max-reject-ratio is %s)",
                        staged.rejected(),
                        staged.records(),
                        maxRatio)));
    }
}
