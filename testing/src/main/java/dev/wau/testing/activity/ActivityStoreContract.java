package dev.wau.testing.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.analyse.ActiveEvents;
import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.ActivityStore.Basis;
import dev.wau.analyse.ActivityStore.Count;
import dev.wau.analyse.ActivityStore.CustomerActivity;
import dev.wau.analyse.ActivityStore.EventCount;
import dev.wau.analyse.ActivityStore.Lifecycle;
import dev.wau.analyse.ActivityStore.Reach;
import dev.wau.analyse.ActivityStore.Retention;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.Window;
import dev.wau.analyse.Windows;
import dev.wau.load.FileState;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.testing.activity.ActivityData.Batch;
import dev.wau.testing.activity.ActivityData.Event;
import dev.wau.testing.activity.ActivityData.File;
import dev.wau.testing.activity.ActivityData.Restated;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** What every {@link ActivityStore} answers: examples by hand, and {@link MemoryActivityStore} on random data. */
public abstract class ActivityStoreContract {

    /** Another customer's users are other users, whatever their ids. */
    protected static final Customer ACME = new Customer("acme");

    protected static final Customer GLOBEX = new Customer("globex");

    private static final Scope ALL = Scope.all(ActiveEvents.ALL);
    private static final Windows UTC = new Windows(ZoneOffset.UTC, DayOfWeek.MONDAY);
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);

    /** A store over this data and nothing else; the one made before need not work any more. */
    protected abstract ActivityStore store(ActivityData data);

    @Test
    void aUserCountsOnceInAWindowHoweverOften() {
        ActivityStore store = store(ActivityData.of(at(ACME, "ann", 0), at(ACME, "ann", 1), at(ACME, "ann", 6)));

        assertThat(store.activeUsers(UTC.weeks(MONDAY, MONDAY), ALL)).containsExactly(new Count(MONDAY, null, 1, 3));
    }

    @Test
    void rollingWindowsCountUsersNotDays() {
        ActivityStore store = store(ActivityData.of(at(ACME, "ann", 0), at(ACME, "ann", 3), at(ACME, "bob", 8)));

        assertThat(store.activeUsers(UTC.rolling(MONDAY.minusDays(1), MONDAY.plusDays(12), 7), ALL))
                .extracting(count -> count.window().plusDays(6), Count::users)
                .containsExactly(
                        row(0, 1),
                        row(1, 1),
                        row(2, 1),
                        row(3, 1),
                        row(4, 1),
                        row(5, 1),
                        row(6, 1),
                        row(7, 1),
                        row(8, 2),
                        row(9, 2),
                        row(10, 1),
                        row(11, 1),
                        row(12, 1));
    }

    private static org.assertj.core.groups.Tuple row(int day, long users) {
        return org.assertj.core.groups.Tuple.tuple(MONDAY.plusDays(day), users);
    }

    @Test
    void oneIdAtTwoCustomersIsTwoUsers() {
        ActivityStore store = store(ActivityData.of(at(ACME, "ann", 0), at(GLOBEX, "ann", 0)));
        List<Window> weeks = UTC.weeks(MONDAY, MONDAY);

        assertThat(store.activeUsers(weeks, ALL)).containsExactly(new Count(MONDAY, null, 2, 2));
        assertThat(store.activeUsersByCustomer(weeks, ALL))
                .containsExactly(new Count(MONDAY, ACME, 1, 1), new Count(MONDAY, GLOBEX, 1, 1));
        assertThat(store.activeUsers(weeks, Scope.of(GLOBEX, ActiveEvents.ALL)))
                .containsExactly(new Count(MONDAY, null, 1, 1));
    }

    /** What systems write that have no date: .NET's first day, a sentinel for never. */
    @Test
    void theFirstAndTheLastYearsAreCountedLikeOthers() {
        ActivityStore store = store(ActivityData.of(
                new Event(ACME, Instant.parse("0001-01-01T00:00:00Z"), "login", "ann"),
                new Event(ACME, Instant.parse("9999-12-31T23:59:59Z"), "login", "bob"),
                at(ACME, "ann", 0),
                at(ACME, "cid", 0)));
        List<Window> weeks = UTC.weeks(MONDAY, MONDAY);

        assertThat(store.activeUsers(weeks, ALL)).containsExactly(new Count(MONDAY, null, 2, 2));
        assertThat(store.lifecycle(weeks, ALL)).containsExactly(new Lifecycle(MONDAY, 1, 0, 1, 0));
        assertThat(store.activeUsers(List.of(UTC.between(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31))), ALL))
                .containsExactly(new Count(LocalDate.of(1, 1, 1), null, 3, 4));
    }

    @Test
    void aWindowHoldsItsStartAndNotItsEnd() {
        Window monday = UTC.between(MONDAY, MONDAY);
        ActivityStore store = store(ActivityData.of(
                new Event(ACME, monday.start(), "login", "start"),
                new Event(ACME, monday.end().minusNanos(1_000), "login", "last microsecond"),
                new Event(ACME, monday.end(), "login", "end"),
                new Event(ACME, monday.start().minusNanos(1_000), "login", "before")));

        assertThat(store.activeUsers(List.of(monday), ALL)).containsExactly(new Count(MONDAY, null, 2, 2));
    }

    @Test
    void eventsWithoutUserMakeNobodyActive() {
        ActivityStore store = store(ActivityData.of(new Event(ACME, time(0), "cron", null)));
        Window monday = UTC.between(MONDAY, MONDAY);

        assertThat(store.activeUsers(List.of(monday), ALL)).isEmpty();
        assertThat(store.events(monday, ALL)).containsExactly(new EventCount("cron", 1, 0));
    }

    @Test
    void onlyActiveEventsCountWhateverTheirName() {
        String hostile = "x') OR ('1'='1 -- ? ${segment}";
        ActivityStore store = store(ActivityData.of(
                new Event(ACME, time(0), hostile, "ann"),
                new Event(ACME, time(0), "login", "bob"),
                new Event(ACME, time(0), "ping", "eve")));
        List<Window> weeks = UTC.weeks(MONDAY, MONDAY);

        assertThat(store.activeUsers(weeks, events(Set.of(hostile), Set.of())))
                .containsExactly(new Count(MONDAY, null, 1, 1));
        assertThat(store.activeUsers(weeks, events(Set.of(), Set.of(hostile, "ping"))))
                .containsExactly(new Count(MONDAY, null, 1, 1));
        assertThat(store.activeUsers(weeks, events(Set.of("login", "ping"), Set.of("ping"))))
                .containsExactly(new Count(MONDAY, null, 1, 1));
    }

    private static Scope events(Set<String> include, Set<String> exclude) {
        return Scope.all(new ActiveEvents(include, exclude));
    }

    @Test
    void newIsFirstEverNotFirstInTheWindows() {
        ActivityStore store = store(ActivityData.of(
                at(ACME, "old", -70),
                at(ACME, "old", 7),
                at(ACME, "weekly", 0),
                at(ACME, "weekly", 7),
                at(ACME, "once", 1),
                at(ACME, "fresh", 8)));
        List<Window> weeks = UTC.weeks(MONDAY, MONDAY.plusDays(14));

        assertThat(store.lifecycle(weeks, ALL))
                .containsExactly(
                        new Lifecycle(MONDAY, 2, 0, 0, 0),
                        new Lifecycle(MONDAY.plusDays(7), 1, 1, 1, 1),
                        new Lifecycle(MONDAY.plusDays(14), 0, 0, 0, 3));
    }

    @Test
    void firstEverMeansAnActiveEvent() {
        ActivityStore store = store(ActivityData.of(
                new Event(ACME, time(-70), "invited", "ann"), new Event(ACME, time(0), "login", "ann")));

        assertThat(store.lifecycle(UTC.weeks(MONDAY, MONDAY), events(Set.of(), Set.of("invited"))))
                .containsExactly(new Lifecycle(MONDAY, 1, 0, 0, 0));
    }

    @Test
    void retentionIsRecurringAndLeavesEarlierUsersOut() {
        ActivityStore store = store(ActivityData.of(
                at(ACME, "old", -70),
                at(ACME, "old", 0),
                at(ACME, "ann", 0),
                at(ACME, "ann", 14),
                at(ACME, "bob", 1),
                at(ACME, "bob", 7),
                at(ACME, "eve", 8),
                at(ACME, "eve", 15)));

        assertThat(store.retention(UTC.weeks(MONDAY, MONDAY.plusDays(14)), ALL))
                .containsExactly(
                        new Retention(MONDAY, 0, 2),
                        new Retention(MONDAY, 1, 1),
                        new Retention(MONDAY, 2, 1),
                        new Retention(MONDAY.plusDays(7), 0, 1),
                        new Retention(MONDAY.plusDays(7), 1, 1));
    }

    @Test
    void theNewestBatchSaysWhoIsExpected() {
        Customer gone = new Customer("gone");
        ActivityStore store = store(new ActivityData(
                List.of(at(ACME, "ann", 0)),
                List.of(
                        new File(ACME, FileState.LOADED, time(0), time(3)),
                        new File(ACME, FileState.LOADED, time(2), time(2)),
                        new File(ACME, FileState.SUPERSEDED, time(-9), time(9)),
                        new File(gone, FileState.LOADED, null, null)),
                List.of(new Batch("b-2", time(9), Set.of(ACME, GLOBEX)), new Batch("b-1", time(8), Set.of(gone))),
                4));

        assertThat(store.basis())
                .isEqualTo(new Basis(
                        3,
                        1,
                        4,
                        2,
                        "b-2",
                        List.of(new Reach(ACME, time(0), time(3)), new Reach(GLOBEX, null, null)),
                        List.of(new Reach(gone, null, null))));
        assertThat(store.customers(UTC.between(MONDAY, MONDAY), ALL))
                .containsExactly(
                        new CustomerActivity(ACME, 1, 1, time(0), time(3), 2),
                        new CustomerActivity(GLOBEX, 0, 0, null, null, 0),
                        new CustomerActivity(gone, 0, 0, null, null, 1));
    }

    @Test
    void anEmptyWarehouseAnswersWithNothing() {
        ActivityStore store = store(ActivityData.of());
        List<Window> weeks = UTC.weeks(MONDAY, MONDAY.plusDays(7));

        assertThat(store.activeUsers(weeks, ALL)).isEmpty();
        assertThat(store.activeUsers(List.of(), ALL)).isEmpty();
        assertThat(store.users(List.of(weeks, List.of()), ALL)).containsExactly(Map.of(), Map.of());
        assertThat(store.lifecycle(weeks, ALL)).isEmpty();
        assertThat(store.retention(weeks, ALL)).isEmpty();
        assertThat(store.events(weeks.get(0), ALL)).isEmpty();
        assertThat(store.customers(weeks.get(0), ALL)).isEmpty();
        assertThat(store.restated(weeks, UTC, ALL)).isEmpty();
        assertThat(store.basis()).isEqualTo(new Basis(0, 0, 0, 0, null, List.of(), List.of()));
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    @Domain(DomainContext.Global.class)
    @Domain(RandomActivity.class)
    void answersAreThoseOfSetsAndLoops(@ForAll ActivityData data, @ForAll RandomActivity.Question question) {
        ActivityStore oracle = new MemoryActivityStore(() -> data);
        ActivityStore store = store(data);
        Scope scope = question.scope();
        List<Window> any = question.windows();
        List<Window> weeks = question.weeks();
        Window range = question.range();

        assertThat(store.activeUsers(any, scope)).isEqualTo(oracle.activeUsers(any, scope));
        assertThat(store.activeUsersByCustomer(any, scope)).isEqualTo(oracle.activeUsersByCustomer(any, scope));
        assertThat(store.users(List.of(any, weeks, List.of(range)), scope))
                .isEqualTo(oracle.users(List.of(any, weeks, List.of(range)), scope));
        assertThat(store.lifecycle(weeks, scope)).isEqualTo(oracle.lifecycle(weeks, scope));
        assertThat(store.retention(weeks, scope)).isEqualTo(oracle.retention(weeks, scope));
        assertThat(store.events(range, scope)).isEqualTo(oracle.events(range, scope));
        assertThat(store.customers(range, scope)).isEqualTo(oracle.customers(range, scope));
        assertThat(store.basis()).isEqualTo(oracle.basis());
        List<FileId> files = List.of(new FileId(4), new FileId(1), new FileId(2));
        assertThat(store.eventsByFile(any, files, scope)).isEqualTo(oracle.eventsByFile(any, files, scope));
        List<Windows> calendars =
                data.restated().stream().map(Restated::calendar).distinct().toList();
        for (Windows calendar : calendars) {
            List<Window> own =
                    calendar.weeks(question.range().first(), question.range().last());
            assertThat(store.restated(own, calendar, scope)).isEqualTo(oracle.restated(own, calendar, scope));
        }
    }

    private static Event at(Customer customer, String user, int day) {
        return new Event(customer, time(day), "login", user);
    }

    private static Instant time(int day) {
        return MONDAY.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
