package dev.wau.load;

import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.ActivityStore.Count;
import dev.wau.analyse.ActivityStore.FileEvents;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.ReportRules;
import dev.wau.analyse.Window;
import dev.wau.load.Restatement.FileChange;
import dev.wau.load.Restatement.Numbers;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.RunId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares the numbers before a run with those after it.
 *
 * @param before what is committed
 * @param after what the run's transaction sees
 */
record RestatedWeeks(ActivityStore before, ActivityStore after, ReportRules rules, RunId run) {

    /** A file's events in a week. */
    private record Place(LocalDate week, FileId file) {}

    /** Those of the weeks that were reported and whose numbers differ, by customer and week. */
    List<Restatement> of(List<Window> weeks, Map<FileId, TouchedFile> files, Reported reported) {
        Map<Place, Long> was = carried(before, weeks, files.keySet());
        Map<Place, Long> is = carried(after, weeks, files.keySet());
        Map<Customer, List<Window>> changed = new TreeMap<>();
        for (Window week : weeks) {
            files.values().stream()
                    .filter(file -> reported.holds(file.customer(), week)
                            && changes(file, events(was, week, file), events(is, week, file)))
                    .map(TouchedFile::customer)
                    .distinct()
                    .forEach(customer -> changed.computeIfAbsent(customer, none -> new ArrayList<>())
                            .add(week));
        }
        List<Restatement> restatements = new ArrayList<>();
        changed.forEach((customer, counted) -> {
            Map<LocalDate, Numbers> old = numbers(before, counted, customer);
            Map<LocalDate, Numbers> now = numbers(after, counted, customer);
            for (Window week : counted) {
                Numbers reportedThen = old.getOrDefault(week.first(), Numbers.NONE);
                Numbers reportedNow = now.getOrDefault(week.first(), Numbers.NONE);
                if (!reportedThen.equals(reportedNow)) {
                    List<FileChange> causes = causes(week, customer, files, was, is);
                    restatements.add(
                            new Restatement(run, customer, rules.calendar(), week, reportedThen, reportedNow, causes));
                }
            }
        });
        return restatements;
    }

    /** A file that left and came back as it was may carry other values: after damage, or by another configuration. */
    private static boolean changes(TouchedFile file, long was, long is) {
        return was != is || (file.cause() && was > 0);
    }

    private static List<FileChange> causes(
            Window week, Customer customer, Map<FileId, TouchedFile> files, Map<Place, Long> was, Map<Place, Long> is) {
        List<FileChange> changes = files.values().stream()
                .filter(file -> file.customer().equals(customer))
                .filter(file -> changes(file, events(was, week, file), events(is, week, file)))
                .map(file -> new FileChange(file.id(), file.key(), events(is, week, file) - events(was, week, file)))
                .toList();
        List<FileChange> counted =
                changes.stream().filter(change -> change.events() != 0).toList();
        return counted.isEmpty() ? changes : counted;
    }

    private Map<Place, Long> carried(ActivityStore store, List<Window> weeks, Set<FileId> files) {
        Map<Place, Long> carried = new HashMap<>();
        for (FileEvents events : store.eventsByFile(weeks, files, new Scope(null, rules.active()))) {
            carried.put(new Place(events.window(), events.file()), events.events());
        }
        return carried;
    }

    private static long events(Map<Place, Long> carried, Window week, TouchedFile file) {
        return carried.getOrDefault(new Place(week.first(), file.id()), 0L);
    }

    private Map<LocalDate, Numbers> numbers(ActivityStore store, List<Window> weeks, Customer customer) {
        Map<LocalDate, Numbers> numbers = new HashMap<>();
        for (Count count : store.activeUsers(weeks, new Scope(customer, rules.active()))) {
            numbers.put(count.window(), new Numbers(count.users(), count.events()));
        }
        return numbers;
    }
}
