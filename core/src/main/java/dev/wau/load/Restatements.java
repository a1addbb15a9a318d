package dev.wau.load;

import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.ReportRules;
import dev.wau.analyse.Window;
import dev.wau.load.SparseWeeks.Span;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the reported weeks whose numbers a run changes: a customer's week is reported when, before the run, the
 * customer's data reached its end. Weeks are counted only where a file's carried events changed, so a load that only
 * brings new weeks, or nothing but suppressed records, costs next to nothing. Used once, by one thread.
 */
final class Restatements {

    private final Warehouse warehouse;
    private final LoadTransaction transaction;
    private final ReportRules rules;
    private final LoadRun run;
    private final Map<FileId, List<TouchedFile>> touched = new TreeMap<>();

    Restatements(Warehouse warehouse, LoadTransaction transaction, ReportRules rules, LoadRun run) {
        this.warehouse = warehouse;
        this.transaction = transaction;
        this.rules = rules;
        this.run = run;
    }

    /**
     * Files were taken out.
     *
     * @param files as they were before
     * @param instead whose rows came in their place
     */
    void left(Collection<HistoryFile> files, Collection<HistoryFile> instead) {
        files.forEach(file -> touch(TouchedFile.of(file, true)));
        instead.forEach(file -> touch(TouchedFile.of(file, false)));
    }

    /** Files were brought in. */
    void entered(Collection<StagedFile> files) {
        files.forEach(file -> touch(TouchedFile.of(file)));
    }

    private void touch(TouchedFile file) {
        touched.computeIfAbsent(file.id(), id -> new ArrayList<>()).add(file);
    }

    /** What the transaction restates so far, by customer and week. */
    List<Restatement> find() {
        Reported reported = reported();
        Map<FileId, TouchedFile> files = new TreeMap<>();
        Map<TouchedFile, Span> spans = new HashMap<>();
        SparseWeeks sparse = new SparseWeeks(rules.calendar(), years -> occupied(years, files.keySet()));
        for (TouchedFile file :
                (Iterable<TouchedFile>) touched.values().stream().flatMap(List::stream)::iterator) {
            Instant first = file.first();
            Instant last = file.last();
            Instant end = reported.end(file.customer());
            if (first != null && last != null && first.isBefore(end)) {
                files.merge(file.id(), file, (one, other) -> one.cause() ? one : other);
                spans.put(file, sparse.span(first, last.isBefore(end) ? last : end.minusNanos(1)));
            }
        }
        if (files.isEmpty()) {
            return List.of();
        }
        return new RestatedWeeks(warehouse.activity(), transaction.activity(), rules, run.id())
                .of(sparse.of(spans.values()), files, reported);
    }

    private Reported reported() {
        Set<Customer> customers = touched.values().stream()
                .flatMap(List::stream)
                .map(TouchedFile::customer)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Reported(
                rules.calendar(),
                customers.isEmpty() ? Map.of() : warehouse.history().reached(customers),
                run.started());
    }

    private Set<LocalDate> occupied(List<Window> years, Set<FileId> files) {
        Scope scope = new Scope(null, rules.active());
        Set<LocalDate> occupied = new TreeSet<>();
        for (ActivityStore store : List.of(warehouse.activity(), transaction.activity())) {
            store.eventsByFile(years, files, scope).forEach(events -> occupied.add(events.window()));
        }
        return occupied;
    }
}
