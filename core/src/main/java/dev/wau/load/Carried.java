package dev.wau.load;

import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.ActivityStore.FileEvents;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.ReportRules;
import dev.wau.analyse.Window;
import dev.wau.model.FileId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many active events each touched file carries in each week.
 *
 * @param events by week and file; places without events are missing
 * @param weeks with events, by first day
 */
record Carried(Map<Place, Long> events, Map<LocalDate, Window> weeks) {

    /** A file in a week. */
    record Place(LocalDate week, FileId file) {}

    /** As this store sees it. */
    static Carried in(ActivityStore store, ReportRules rules, Touched touched) {
        Scope scope = Scope.all(rules.active());
        Set<FileId> files = touched.files().keySet();
        SparseWeeks sparse = new SparseWeeks(rules.calendar(), years -> {
            Set<LocalDate> occupied = new TreeSet<>();
            store.eventsByFile(years, files, scope).forEach(found -> occupied.add(found.window()));
            return occupied;
        });
        List<Window> asked = sparse.of(touched.spans().values());
        Map<LocalDate, Window> byDay = new HashMap<>();
        asked.forEach(week -> byDay.put(week.first(), week));
        Map<Place, Long> events = new HashMap<>();
        Map<LocalDate, Window> weeks = new TreeMap<>();
        for (FileEvents found : store.eventsByFile(asked, files, scope)) {
            events.put(new Place(found.window(), found.file()), found.events());
            weeks.put(found.window(), byDay.getOrDefault(found.window(), asked.get(0)));
        }
        return new Carried(events, weeks);
    }

    long events(Window week, TouchedFile file) {
        return events.getOrDefault(new Place(week.first(), file.id()), 0L);
    }
}
