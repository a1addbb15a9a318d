package dev.wau.testing.activity;

import dev.wau.analyse.ActiveEvents;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.Window;
import dev.wau.analyse.Windows;
import dev.wau.load.FileState;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import dev.wau.testing.activity.ActivityData.Batch;
import dev.wau.testing.activity.ActivityData.Event;
import dev.wau.testing.activity.ActivityData.File;
import dev.wau.testing.activity.ActivityData.Restated;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;

/**
 * Few users, many meetings: five weeks of 2011-12 to 2012-02 around Apia's missing day and a year's end, times on whole
 * quarters of an hour so that windows' ends are hit.
 */
public final class RandomActivity extends DomainContextBase {

    private static final Instant START = Instant.parse("2011-12-16T00:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2011, 12, 14);
    private static final int QUARTERS = 40 * 96;
    private static final List<Customer> CUSTOMERS =
            List.of(new Customer("acme"), new Customer("Globex"), new Customer("initech"));
    private static final List<String> EVENTS = List.of("login", "view", "I'm \"odd\", ıİ ? ${start}");

    /** What is asked. */
    public record Question(Windows calendar, LocalDate from, int days, int rolling, Scope scope) {

        /** Rolling windows of 1 to 28 days, or months. */
        List<Window> windows() {
            return rolling == 0 ? calendar.months(from, last()) : calendar.rolling(from, last(), rolling);
        }

        List<Window> weeks() {
            return calendar.weeks(from, last());
        }

        Window range() {
            return calendar.between(from, last());
        }

        private LocalDate last() {
            return from.plusDays(days - 1L);
        }
    }

    @Provide
    Arbitrary<Question> questions() {
        return Combinators.combine(
                        calendars(),
                        Arbitraries.integers().between(0, 20).map(FIRST::plusDays),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(0, 1, 2, 7, 28),
                        scopes())
                .as(Question::new);
    }

    private static Arbitrary<Scope> scopes() {
        Arbitrary<ActiveEvents> active = Combinators.combine(
                        Arbitraries.of(EVENTS).set().ofMaxSize(2),
                        Arbitraries.of(EVENTS).set().ofMaxSize(1))
                .as(ActiveEvents::new);
        return Combinators.combine(Arbitraries.of(CUSTOMERS).set().ofMaxSize(2), active)
                .as(Scope::new);
    }

    @Provide
    Arbitrary<ActivityData> data() {
        Arbitrary<Event> events = Combinators.combine(
                        customers(),
                        times(),
                        Arbitraries.of(EVENTS),
                        Arbitraries.of("ann", "bob", "Ann", "").map(RandomActivity::user),
                        fileIds())
                .as(Event::new);
        return Combinators.combine(
                        events.list().ofMaxSize(60),
                        files().list().ofMaxSize(5),
                        batches(),
                        Arbitraries.longs().between(0, 3),
                        restated().list().ofMaxSize(6))
                .as(ActivityData::new);
    }

    private static @Nullable String user(String name) {
        return name.isEmpty() ? null : name;
    }

    private static Arbitrary<File> files() {
        return Combinators.combine(customers(), Arbitraries.of(FileState.class), times().injectNull(0.2), times())
                .as((customer, state, first, last) ->
                        new File(customer, state, first, first == null || last.isBefore(first) ? first : last));
    }

    private static Arbitrary<List<Batch>> batches() {
        return Combinators.combine(times(), customers().set().ofMinSize(1))
                .as((completed, expected) -> new Batch("batch " + completed, completed, expected))
                .list()
                .uniqueElements(Batch::batch)
                .ofMaxSize(2);
    }

    private static Arbitrary<FileId> fileIds() {
        return Arbitraries.longs().between(1, 4).map(FileId::new);
    }

    /** Runs one after the other, each with one time, as in a warehouse. */
    private static Arbitrary<Restated> restated() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        customers(),
                        calendars(),
                        Arbitraries.integers().between(0, 40),
                        fileIds())
                .as((run, customer, calendar, day, file) -> new Restated(
                        new RunId(String.format(Locale.ROOT, "%08d-0000-4000-8000-000000000000", run)),
                        START.plusSeconds(run),
                        customer,
                        calendar,
                        calendar.week(calendar.between(FIRST.plusDays(day), FIRST.plusDays(day))
                                        .start())
                                .first(),
                        file,
                        new ObjectKey("csv/" + customer + "/" + file + ".csv")));
    }

    private static Arbitrary<Windows> calendars() {
        return Combinators.combine(
                        Arbitraries.of("UTC", "Asia/Kathmandu", "Pacific/Apia", "America/Sao_Paulo", "Europe/Berlin")
                                .map(ZoneId::of),
                        Arbitraries.of(DayOfWeek.class))
                .as(Windows::new);
    }

    private static Arbitrary<Customer> customers() {
        return Arbitraries.of(CUSTOMERS);
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.integers().between(0, QUARTERS).map(quarter -> START.plusSeconds(quarter * 900L));
    }
}
