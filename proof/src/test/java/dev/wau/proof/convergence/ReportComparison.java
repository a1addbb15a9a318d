package dev.wau.proof.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.analyse.ActiveEvents;
import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.Window;
import dev.wau.analyse.Windows;
import dev.wau.testing.activity.ActivityData;
import dev.wau.testing.activity.MemoryActivityStore;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** The reports' numbers, as the warehouse gives them from its rollup, against sets and loops over all its rows. */
final class ReportComparison {

    private static final List<Windows> CALENDARS = List.of(
            new Windows(ZoneOffset.UTC, DayOfWeek.MONDAY),
            new Windows(ZoneId.of("Asia/Kathmandu"), DayOfWeek.SUNDAY),
            new Windows(ZoneOffset.ofHoursMinutesSeconds(-1, -2, -3), DayOfWeek.MONDAY));

    private static final List<Scope> SCOPES =
            List.of(Scope.all(ActiveEvents.ALL), Scope.all(new ActiveEvents(Set.of(), Set.of("login"))));

    private final ActivityStore store;
    private final ActivityStore oracle;
    private final LocalDate first;
    private final LocalDate last;

    private ReportComparison(ActivityStore store, ActivityStore oracle, LocalDate first, LocalDate last) {
        this.store = store;
        this.oracle = oracle;
        this.first = first;
        this.last = last;
    }

    /** Fails where a number is another than the rows say. */
    static void requireEqual(ActivityStore store, List<ActivityData.Event> rows) {
        List<LocalDate> days = rows.stream()
                .map(row -> row.time().atOffset(ZoneOffset.UTC).toLocalDate())
                .sorted()
                .toList();
        LocalDate first = days.isEmpty() ? LocalDate.of(2025, 1, 1) : days.get(0);
        LocalDate last = days.isEmpty() ? first : days.get(days.size() - 1);
        ActivityData data = new ActivityData(rows, List.of(), List.of(), 0);
        ReportComparison comparison =
                new ReportComparison(store, new MemoryActivityStore(() -> data), first.minusDays(1), last.plusDays(1));
        // One of the six for each history: all six take longer than the rest of it.
        int choice = Math.floorMod(rows.hashCode(), CALENDARS.size() * SCOPES.size());
        comparison.requireEqual(CALENDARS.get(choice / SCOPES.size()), SCOPES.get(choice % SCOPES.size()));
    }

    private void requireEqual(Windows calendar, Scope scope) {
        LocalDate from = first.isBefore(last.minusDays(60)) ? last.minusDays(60) : first;
        List<Window> weeks = calendar.weeks(from, last);
        List<Window> rolling = calendar.rolling(from, last, Windows.ROLLING_WEEK);
        Window range = calendar.between(from, last);
        assertThat(store.activeUsers(rolling, scope)).isEqualTo(oracle.activeUsers(rolling, scope));
        assertThat(store.activeUsersByCustomer(weeks, scope)).isEqualTo(oracle.activeUsersByCustomer(weeks, scope));
        assertThat(store.lifecycle(weeks, scope)).isEqualTo(oracle.lifecycle(weeks, scope));
        assertThat(store.retention(weeks, scope)).isEqualTo(oracle.retention(weeks, scope));
        assertThat(store.events(range, scope)).isEqualTo(oracle.events(range, scope));
    }
}
