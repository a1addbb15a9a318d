package dev.wau.analyse;

import dev.wau.analyse.ActivityStore.Restated;
import dev.wau.model.Customer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The weeks of a report that were restated.
 *
 * @param restated by week and customer
 */
record RestatedWeeks(List<Restated> restated) {

    /** Weeks named in a note; the rest are counted. */
    private static final int MOST_NAMED = 4;

    /** No week can be: restatements are of calendar weeks. */
    static final RestatedWeeks NONE = new RestatedWeeks(List.of());

    /** How often one customer's week was, or all customers' together. */
    long times(LocalDate week, @Nullable Customer customer) {
        return restated.stream()
                .filter(row -> row.week().equals(week))
                .filter(row -> customer == null || customer.equals(row.customer()))
                .mapToLong(Restated::times)
                .sum();
    }

    /** What a reader should know of the weeks from this day on. */
    List<String> notes(LocalDate from) {
        Map<LocalDate, List<Restated>> weeks = restated.stream()
                .filter(row -> !row.week().plusDays(6).isBefore(from))
                .collect(Collectors.groupingBy(Restated::week, TreeMap::new, Collectors.toList()));
        if (weeks.isEmpty()) {
            return List.of();
        }
        String named = weeks.entrySet().stream()
                .limit(MOST_NAMED)
                .map(week ->
                        week.getKey() + " " + times(week.getKey(), null) + "x, last by " + lastFile(week.getValue()))
                .collect(Collectors.joining("; "));
        int more = weeks.size() - MOST_NAMED;
        String rest = more > 0 ? String.format(Locale.ROOT, "; and %,d more weeks", more) : "";
        return List.of("Restated after it was reported, week from: " + named + rest
                + ": 'wau history --restatements' shows before and after.");
    }

    private static String lastFile(List<Restated> rows) {
        return rows.stream()
                .max(Comparator.comparing(Restated::lastTime))
                .map(row -> row.lastFile().path())
                .orElse("");
    }
}
