package dev.wau.load;

import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.ReportRules;
import dev.wau.analyse.Window;
import dev.wau.load.Restatement.Numbers;
import dev.wau.load.SparseWeeks.Span;
import dev.wau.model.Customer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of some weeks of a customer; weeks without activity are missing. */
@FunctionalInterface
interface WeekNumbers {

    Map<LocalDate, Numbers> of(List<Window> weeks, Customer customer);

    /** Counted when they are asked. */
    static WeekNumbers asked(ActivityStore store, ReportRules rules) {
        return (weeks, customer) -> {
            Map<LocalDate, Numbers> numbers = new HashMap<>();
            store.activeUsers(weeks, new Scope(customer, rules.active()))
                    .forEach(count -> numbers.put(count.window(), new Numbers(count.users(), count.events())));
            return numbers;
        };
    }

    /** Counted at once, for all weeks in which the touched files may have events. */
    static WeekNumbers ahead(ActivityStore store, ReportRules rules, Touched touched) {
        WeekNumbers asked = asked(store, rules);
        Map<Customer, List<Span>> spans = new TreeMap<>();
        touched.spans()
                .forEach((file, span) -> spans.computeIfAbsent(file.customer(), none -> new ArrayList<>())
                        .add(span));
        Map<Customer, Map<LocalDate, Numbers>> known = new HashMap<>();
        spans.forEach((customer, of) -> {
            SparseWeeks sparse = new SparseWeeks(
                    rules.calendar(), years -> asked.of(years, customer).keySet());
            known.put(customer, asked.of(sparse.of(of), customer));
        });
        return (weeks, customer) -> known.getOrDefault(customer, Map.of());
    }
}
