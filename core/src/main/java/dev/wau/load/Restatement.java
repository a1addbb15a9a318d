package dev.wau.load;

import dev.wau.analyse.Window;
import dev.wau.analyse.Windows;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import java.util.List;

/**
 * A customer's week whose numbers a run changed after they were reported. The numbers are those of {@code wau report
 * weekly --customer}, by the calendar and the active events of the run's configuration.
 *
 * @param run that changed them
 * @param customer whose week
 * @param calendar by which the week is one
 * @param week which
 * @param before what was reported
 * @param after what is reported now
 * @param files whose events changed, by id; their {@link FileChange#events} add up to the difference of the events
 */
public record Restatement(
        RunId run,
        Customer customer,
        Windows calendar,
        Window week,
        Numbers before,
        Numbers after,
        List<FileChange> files) {

    public Restatement {
        files = List.copyOf(files);
    }

    /**
     * A week's numbers.
     *
     * @param users active users
     * @param events active events
     */
    public record Numbers(long users, long events) {

        /** A week without activity. */
        public static final Numbers NONE = new Numbers(0, 0);
    }

    /**
     * One file's part.
     *
     * @param file its number
     * @param key where it stands
     * @param events how many active events of the week it carries more than before; negative: fewer
     */
    public record FileChange(FileId file, ObjectKey key, long events) {}
}
