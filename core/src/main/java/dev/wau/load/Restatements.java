package dev.wau.load;

import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.ReportRules;
import dev.wau.model.Customer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the reported weeks whose numbers a run changes: a customer's week is reported when, before the run, the
 * customer's data reached its end. Weeks are counted only where a file's carried events changed, so a load that only
 * brings new weeks, or nothing but suppressed records, costs next to nothing. Used once, by one thread.
 *
 * <p>The numbers before are asked beside the transaction, where what is committed is seen.
 */
final class Restatements {

    private final Warehouse warehouse;
    private final LoadTransaction transaction;
    private final ReportRules rules;
    private final LoadRun run;
    private final List<TouchedFile> touched = new ArrayList<>();

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
        files.forEach(file -> touched.add(TouchedFile.of(file, true)));
        instead.forEach(file -> touched.add(TouchedFile.of(file, false)));
    }

    /** Files were brought in. */
    void entered(List<StagedFile> files) {
        files.forEach(file -> touched.add(TouchedFile.of(file)));
    }

    /** What the transaction restates so far, by customer and week. */
    List<Restatement> find() {
        Touched known = touched();
        if (known.files().isEmpty()) {
            return List.of();
        }
        ActivityStore before = warehouse.activity();
        ActivityStore after = transaction.activity();
        return new RestatedWeeks(
                        run.id(), rules, known, Carried.in(before, rules, known), Carried.in(after, rules, known))
                .of(before, after);
    }

    private Touched touched() {
        Set<Customer> customers =
                touched.stream().map(TouchedFile::customer).collect(Collectors.toCollection(TreeSet::new));
        Map<Customer, Instant> reached =
                customers.isEmpty() ? Map.of() : warehouse.history().reached(customers);
        return Touched.of(touched, new Reported(rules.calendar(), reached, run.started()));
    }
}
