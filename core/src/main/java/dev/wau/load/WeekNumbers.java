package dev.wau.load;

import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.ReportRules;
import dev.wau.analyse.Window;
import dev.wau.load.Restatement.Numbers;
import dev.wau.model.Customer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The numbers of weeks as one store sees them: asked for many customers at once, since each question is a scan. */
record WeekNumbers(Map<Customer, Map<LocalDate, Numbers>> numbers) {

    /** Names in one question: no warehouse takes any number of values. */
    private static final int CUSTOMERS_AT_ONCE = 1_000;

    /** Of each customer's weeks. */
    static WeekNumbers of(ActivityStore store, ReportRules rules, Map<Customer, List<Window>> weeks) {
        Map<List<Window>, List<Customer>> alike = new HashMap<>();
        weeks.forEach((customer, asked) ->
                alike.computeIfAbsent(asked, none -> new ArrayList<>()).add(customer));
        Map<Customer, Map<LocalDate, Numbers>> numbers = new HashMap<>();
        alike.forEach((asked, customers) -> {
            for (int from = 0; from < customers.size(); from += CUSTOMERS_AT_ONCE) {
                List<Customer> some = customers.subList(from, Math.min(customers.size(), from + CUSTOMERS_AT_ONCE));
                store.activeUsersByCustomer(asked, new Scope(new HashSet<>(some), rules.active()))
                        .forEach(count -> numbers.computeIfAbsent(count.customer(), none -> new HashMap<>())
                                .put(count.window(), new Numbers(count.users(), count.events())));
            }
        });
        return new WeekNumbers(numbers);
    }

    /** A week's; zero where nobody was active. */
    Numbers of(Customer customer, Window week) {
        return numbers.getOrDefault(customer, Map.of()).getOrDefault(week.first(), Numbers.NONE);
    }
}
