package dev.wau.aggregate;

import dev.wau.model.Customer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the customers of a batch are divided. It is made once, so that a change of the configuration moves no customer to
 * another part while the batch is in progress.
 *
 * @param rule when the batch's marker is written
 * @param round from 1; in each, every part is done once. There is another one after a round in which customers failed
 * @param parts the customers of part 1, 2, ..., by name
 */
record PartPlan(Aggregator.MarkerRule rule, int round, List<List<Customer>> parts) {

    PartPlan {
        parts = parts.stream().map(List::copyOf).toList();
    }

    /** As many parts as needed, none of more than so many customers, and all of about the same number. */
    static PartPlan of(Aggregator.MarkerRule rule, NavigableSet<Customer> customers, int customersPerPart) {
        return new PartPlan(rule, 1, divide(customers, customersPerPart));
    }

    /** The parts by number. */
    int size() {
        return parts.size();
    }

    /**
     * A part's customers.
     *
     * @param number from 1
     */
    List<Customer> customers(int number) {
        return parts.get(number - 1);
    }

    PartPlan withRule(Aggregator.MarkerRule newRule) {
        return new PartPlan(newRule, round, parts);
    }

    /** Every part is done again; customers that are new come in parts of their own. */
    PartPlan nextRound(Collection<Customer> expected) {
        Set<Customer> known = new HashSet<>();
        int most = 1;
        for (List<Customer> part : parts) {
            known.addAll(part);
            most = Math.max(most, part.size());
        }
        NavigableSet<Customer> added = new TreeSet<>(expected);
        added.removeAll(known);
        List<List<Customer>> more = new ArrayList<>(parts);
        more.addAll(divide(added, most));
        return new PartPlan(rule, round + 1, more);
    }

    // Dealt in turn, since neighbours by name are often of one size or in one place.
    private static List<List<Customer>> divide(NavigableSet<Customer> customers, int most) {
        int number = (customers.size() + most - 1) / most;
        List<List<Customer>> parts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            parts.add(new ArrayList<>());
        }
        int next = 0;
        for (Customer customer : customers) {
            parts.get(next++ % number).add(customer);
        }
        return parts;
    }
}
