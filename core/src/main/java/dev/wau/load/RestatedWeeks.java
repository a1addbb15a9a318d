package dev.wau.load;

import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.ReportRules;
import dev.wau.analyse.Window;
import dev.wau.load.Restatement.FileChange;
import dev.wau.load.Restatement.Numbers;
import dev.wau.model.Customer;
import dev.wau.model.RunId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what the touched files carried before a run with what they carry after it, and where that differs, the weeks'
 * numbers.
 */
record RestatedWeeks(RunId run, ReportRules rules, Touched touched, Carried was, Carried is) {

    /**
     * The reported weeks whose numbers differ, by customer and week.
     *
     * @param before what is committed
     * @param after what the run's transaction sees
     */
    List<Restatement> of(ActivityStore before, ActivityStore after) {
        Map<Customer, List<Window>> changed = changed();
        WeekNumbers old = WeekNumbers.of(before, rules, changed);
        WeekNumbers now = WeekNumbers.of(after, rules, changed);
        List<Restatement> restatements = new ArrayList<>();
        changed.forEach((customer, weeks) -> {
            for (Window week : weeks) {
                Numbers then = old.of(customer, week);
                Numbers today = now.of(customer, week);
                if (!then.equals(today)) {
                    restatements.add(new Restatement(
                            run, customer, rules.calendar(), week, then, today, causes(week, customer)));
                }
            }
        });
        return restatements;
    }

    private Map<Customer, List<Window>> changed() {
        Map<LocalDate, Window> weeks = new TreeMap<>(was.weeks());
        weeks.putAll(is.weeks());
        Map<Customer, List<Window>> changed = new TreeMap<>();
        for (Window week : weeks.values()) {
            touched.files().values().stream()
                    .filter(file -> touched.reported().holds(file.customer(), week) && changes(file, week))
                    .map(TouchedFile::customer)
                    .distinct()
                    .forEach(customer -> changed.computeIfAbsent(customer, none -> new ArrayList<>())
                            .add(week));
        }
        return changed;
    }

    /** A file that left and came back as it was may carry other values: after damage, or by another configuration. */
    private boolean changes(TouchedFile file, Window week) {
        long before = was.events(week, file);
        return before != is.events(week, file) || (file.cause() && before > 0);
    }

    private List<FileChange> causes(Window week, Customer customer) {
        List<FileChange> changes = touched.files().values().stream()
                .filter(file -> file.customer().equals(customer) && changes(file, week))
                .map(file -> new FileChange(file.id(), file.key(), is.events(week, file) - was.events(week, file)))
                .toList();
        List<FileChange> counted =
                changes.stream().filter(change -> change.events() != 0).toList();
        return counted.isEmpty() ? changes : counted;
    }
}
