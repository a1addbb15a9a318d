package dev.wau.testing.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.analyse.ActiveEvents;
import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.ActivityStore.FileEvents;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.Window;
import dev.wau.analyse.Windows;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import dev.wau.testing.activity.ActivityData.Event;
import dev.wau.testing.activity.ActivityData.Restated;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ActivityStore} says of files and restatements, by hand; random data is in {@link ActivityStoreContract}. */
public abstract class FileActivityContract {

    private static final Customer ACME = new Customer("acme");
    private static final Customer GLOBEX = new Customer("globex");
    private static final Scope ALL = Scope.all(ActiveEvents.ALL);
    private static final Windows UTC = new Windows(ZoneOffset.UTC, DayOfWeek.MONDAY);
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);

    /** A store over this data and nothing else. */
    protected abstract ActivityStore store(ActivityData data);

    @Test
    void activeEventsAreCountedByTheFileThatCarriesThem() {
        Window first = UTC.between(MONDAY, MONDAY.plusDays(6));
        Window third = UTC.between(MONDAY.plusDays(14), MONDAY.plusDays(20));
        ActivityStore store = store(ActivityData.of(
                of(1, 0, "login", "ann"),
                of(1, 6, "login", "ann"),
                of(1, 7, "login", "ann"),
                of(2, 14, "login", "ann"),
                of(1, 15, "login", "ann"),
                of(2, 15, "ping", "ann"),
                of(2, 15, "login", null),
                of(3, 15, "login", "ann")));

        assertThat(store.eventsByFile(
                        List.of(first, third),
                        List.of(new FileId(2), new FileId(1), new FileId(9)),
                        Scope.all(new ActiveEvents(Set.of(), Set.of("ping")))))
                .containsExactly(
                        new FileEvents(MONDAY, new FileId(1), 2),
                        new FileEvents(third.first(), new FileId(1), 1),
                        new FileEvents(third.first(), new FileId(2), 1));
        assertThat(store.eventsByFile(List.of(first), List.of(), ALL)).isEmpty();
        assertThat(store.eventsByFile(List.of(), List.of(new FileId(1)), ALL)).isEmpty();
    }

    private static Event of(long file, int day, String event, @Nullable String user) {
        return new Event(ACME, time(day), event, user, new FileId(file));
    }

    @Test
    void restatedWeeksAreThoseOfTheAskedCalendar() {
        Windows sundays = new Windows(ZoneOffset.UTC, DayOfWeek.SUNDAY);
        ActivityStore store = store(new ActivityData(
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(
                        restated(1, ACME, UTC, MONDAY, 7),
                        restated(2, ACME, UTC, MONDAY, 5),
                        restated(2, ACME, UTC, MONDAY, 3),
                        restated(2, GLOBEX, UTC, MONDAY, 8),
                        restated(3, ACME, sundays, MONDAY.minusDays(1), 9),
                        restated(3, ACME, UTC, MONDAY.plusDays(7), 9))));

        assertThat(store.restated(UTC.weeks(MONDAY, MONDAY), UTC, ALL))
                .containsExactly(
                        new ActivityStore.Restated(MONDAY, ACME, 2, time(2), key(3)),
                        new ActivityStore.Restated(MONDAY, GLOBEX, 1, time(2), key(8)));
        assertThat(store.restated(UTC.weeks(MONDAY, MONDAY), UTC, Scope.of(GLOBEX, ActiveEvents.ALL)))
                .hasSize(1);
        assertThat(store.restated(List.of(), UTC, ALL)).isEmpty();
    }

    private static Restated restated(int run, Customer customer, Windows calendar, LocalDate week, long file) {
        RunId id = new RunId("0000000" + run + "-0000-4000-8000-000000000000");
        return new Restated(id, time(run), customer, calendar, week, new FileId(file), key(file));
    }

    private static ObjectKey key(long file) {
        return new ObjectKey("csv/acme/" + file + ".csv");
    }

    private static Instant time(int day) {
        return MONDAY.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
