package dev.wau.catalog.schema;

import dev.wau.model.Customer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The values of a column that has few of them; gives up at the first sign that it hasn't. For one thread. */
final class FewValues {

    private static final int MOST = 20;
    private static final int SHOWN = 8;
    private static final int LONGEST = 40;
    private static final long OFTEN = 5;

    /** One word: what people write has spaces. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]*");

    private final Map<String, Seen> values = new HashMap<>();
    private boolean given;

    /** Whether it still wants values. */
    boolean counts(int length) {
        given = given || length > LONGEST;
        if (given) {
            values.clear();
        }
        return !given;
    }

    void add(String value, Customer customer) {
        values.computeIfAbsent(value, key -> new Seen(customer)).again(customer);
        given = given || values.size() > MOST || !WORD.matcher(value).matches();
    }

    /**
     * Those that say nothing about anyone: several customers have them, and several records. The most frequent first; empty
     * for a column of other values.
     */
    List<String> shown() {
        return given
                ? List.of()
                : values.entrySet().stream()
                        .filter(entry -> entry.getValue().several && entry.getValue().records >= OFTEN)
                        .sorted(Comparator.<Map.Entry<String, Seen>>comparingLong(entry -> -entry.getValue().records)
                                .thenComparing(Map.Entry::getKey))
                        .limit(SHOWN)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static final class Seen {
        private final Customer first;
        private boolean several;
        private long records;

        Seen(Customer first) {
            this.first = first;
        }

        void again(Customer customer) {
            several = several || !customer.equals(first);
            records++;
        }
    }
}
