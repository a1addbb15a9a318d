package dev.wau.aggregate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Says how long customers have been silent, from what a run has seen of them anyway. */
final class Silences {

    private static final Comparator<Silence> LONGEST_FIRST =
            Comparator.comparing(Silence::since).thenComparing(Silence::customer);

    private Silences() {}

    /**
     * Of these customers, the longest first.
     *
     * @param last what the newest marker said; asked only if a customer never had a file
     * @param began when the run did: what no marker expects yet is silent since then
     */
    static List<Silence> of(List<CustomerEnd> customers, Supplier<LastBatch> last, Instant began) {
        boolean never = customers.stream().anyMatch(customer -> customer.newest() == null);
        LastBatch marked = never ? last.get() : LastBatch.NONE;
        return customers.stream()
                .map(customer -> of(customer, marked, began))
                .sorted(LONGEST_FIRST)
                .toList();
    }

    private static Silence of(CustomerEnd end, LastBatch last, Instant began) {
        return end.newest() == null
                ? new Silence(
                        end.customer(), last.expectedSince(end.customer()).orElse(began), Silence.From.FIRST_EXPECTED)
                : new Silence(end.customer(), end.newest(), Silence.From.NEWEST_FILE);
    }
}
