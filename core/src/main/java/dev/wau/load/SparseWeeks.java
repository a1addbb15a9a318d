package dev.wau.load;

import dev.wau.analyse.Window;
import dev.wau.analyse.Windows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The weeks in which some files may have events. A file's span tells them, unless an event with a nonsense time makes it
 * thousands of years long: then it is asked by year first, so that no query has more windows than a database can take.
 */
final class SparseWeeks {

    private static final long MOST = 520;

    private final Windows calendar;
    private final Function<List<Window>, Collection<LocalDate>> occupied;

    /** @param occupied which of some windows hold events, by their first days */
    SparseWeeks(Windows calendar, Function<List<Window>, Collection<LocalDate>> occupied) {
        this.calendar = calendar;
        this.occupied = occupied;
    }

    /** A span of time, both ends inclusive. */
    record Span(LocalDate first, LocalDate last) {

        private long weeks() {
            return (last.toEpochDay() - first.toEpochDay()) / 7 + 2;
        }
    }

    /** The weeks of these spans, in order. */
    List<Window> of(Collection<Span> spans) {
        TreeMap<LocalDate, Window> weeks = new TreeMap<>();
        TreeMap<LocalDate, Window> years = new TreeMap<>();
        for (Span span : spans) {
            if (span.weeks() <= MOST) {
                add(span, weeks);
            } else {
                addYears(span, years);
            }
        }
        if (!years.isEmpty()) {
            for (LocalDate year : occupied.apply(new ArrayList<>(years.values()))) {
                add(new Span(year, year.plusYears(1).minusDays(1)), weeks);
            }
        }
        return new ArrayList<>(weeks.values());
    }

    private void add(Span span, Map<LocalDate, Window> weeks) {
        calendar.weeks(span.first(), span.last()).forEach(week -> weeks.put(week.first(), week));
    }

    private void addYears(Span span, Map<LocalDate, Window> years) {
        for (int year = span.first().getYear(); year <= span.last().getYear(); year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            years.put(first, calendar.between(first, first.plusYears(1).minusDays(1)));
        }
    }
}
