package dev.wau.testing.activity;

import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.Window;
import dev.wau.analyse.Windows;
import dev.wau.load.FileState;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.testing.activity.ActivityData.Batch;
import dev.wau.testing.activity.ActivityData.Event;
import dev.wau.testing.activity.ActivityData.File;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of the numbers, in sets and loops: slow, and plain enough to be believed. The oracle of {@link
 * ActivityStoreContract}. Thread-safe if its data is.
 */
public final class MemoryActivityStore implements ActivityStore {

    private final Supplier<ActivityData> data;

    /** @param data asked anew for every answer */
    public MemoryActivityStore(Supplier<ActivityData> data) {
        this.data = data;
    }

    @Override
    public List<Count> activeUsers(List<Window> windows, Scope scope) {
        return counts(windows, activity(scope), null);
    }

    @Override
    public List<Count> activeUsersByCustomer(List<Window> windows, Scope scope) {
        List<Event> activity = activity(scope);
        return activity.stream()
                .map(Event::customer)
                .distinct()
                .sorted()
                .flatMap(customer -> counts(
                        windows,
                        activity.stream()
                                .filter(event -> event.customer().equals(customer))
                                .toList(),
                        customer)
                        .stream())
                .sorted(Comparator.comparing(Count::window))
                .toList();
    }

    private static List<Count> counts(List<Window> windows, List<Event> activity, @Nullable Customer customer) {
        List<Count> counts = new ArrayList<>();
        for (Window window : windows) {
            Set<User> users = users(activity, in(window));
            if (!users.isEmpty()) {
                counts.add(new Count(
                        window.first(),
                        customer,
                        users.size(),
                        activity.stream().filter(in(window)).count()));
            }
        }
        return counts;
    }

    @Override
    public List<Lifecycle> lifecycle(List<Window> windows, Scope scope) {
        List<Event> activity = activity(scope);
        List<Lifecycle> rows = new ArrayList<>();
        Set<User> previous = Set.of();
        for (Window window : windows) {
            Set<User> before = users(activity, event -> event.time().isBefore(window.start()));
            Set<User> now = users(activity, in(window));
            Lifecycle row = new Lifecycle(
                    window.first(),
                    without(now, before).size(),
                    both(now, previous).size(),
                    without(both(now, before), previous).size(),
                    without(previous, now).size());
            if (row.added() + row.returning() + row.resurrected() + row.dormant() > 0) {
                rows.add(row);
            }
            previous = now;
        }
        return rows;
    }

    @Override
    public List<Retention> retention(List<Window> windows, Scope scope) {
        List<Event> activity = activity(scope);
        List<Retention> rows = new ArrayList<>();
        for (int cohort = 0; cohort < windows.size(); cohort++) {
            Window first = windows.get(cohort);
            Set<User> added = without(
                    users(activity, in(first)),
                    users(activity, event -> event.time().isBefore(first.start())));
            for (int index = cohort; index < windows.size(); index++) {
                int active =
                        both(users(activity, in(windows.get(index))), added).size();
                if (active > 0) {
                    rows.add(new Retention(first.first(), index - cohort, active));
                }
            }
        }
        return rows;
    }

    @Override
    public List<EventCount> events(Window window, Scope scope) {
        List<Event> events = rows(scope).filter(in(window)).toList();
        List<EventCount> counts = new ArrayList<>();
        for (String name : events.stream().map(Event::event).collect(Collectors.toSet())) {
            List<Event> named =
                    events.stream().filter(event -> event.event().equals(name)).toList();
            counts.add(new EventCount(
                    name, named.size(), users(named, event -> true).size()));
        }
        counts.sort(Comparator.comparingLong(EventCount::events).reversed().thenComparing(EventCount::event));
        return counts;
    }

    @Override
    public List<CustomerActivity> customers(Window window, Scope scope) {
        Set<Customer> names = new TreeSet<>();
        loaded().forEach(file -> names.add(file.customer()));
        data.get().batches().forEach(batch -> names.addAll(batch.expected()));
        return names.stream()
                .filter(name -> scope.holds(name))
                .map(name -> customer(name, window, Scope.of(name, scope.active())))
                .toList();
    }

    private CustomerActivity customer(Customer name, Window window, Scope scope) {
        Reach reach = reach(name);
        return new CustomerActivity(
                name,
                users(activity(scope), in(window)).size(),
                rows(scope).filter(in(window)).count(),
                reach.firstEvent(),
                reach.lastEvent(),
                loaded().filter(file -> file.customer().equals(name)).count());
    }

    @Override
    public List<FileEvents> eventsByFile(List<Window> windows, Collection<FileId> files, Scope scope) {
        List<FileEvents> rows = new ArrayList<>();
        for (Window window : windows) {
            Map<FileId, Long> events = activity(scope).stream()
                    .filter(in(window))
                    .filter(event -> files.contains(event.file()))
                    .collect(Collectors.groupingBy(Event::file, TreeMap::new, Collectors.counting()));
            events.forEach((file, number) -> rows.add(new FileEvents(window.first(), file, number)));
        }
        return rows;
    }

    @Override
    public List<Restated> restated(List<Window> weeks, Windows calendar, Scope scope) {
        List<Restated> rows = new ArrayList<>();
        for (Window week : weeks) {
            data.get().restated().stream()
                    .filter(row ->
                            row.week().equals(week.first()) && row.calendar().equals(calendar))
                    .filter(row -> scope.holds(row.customer()))
                    .collect(Collectors.groupingBy(ActivityData.Restated::customer, TreeMap::new, Collectors.toList()))
                    .forEach((customer, of) -> rows.add(restated(week, customer, of)));
        }
        return rows;
    }

    private static Restated restated(Window week, Customer customer, List<ActivityData.Restated> rows) {
        Instant last = rows.stream()
                .map(ActivityData.Restated::at)
                .max(Instant::compareTo)
                .orElseThrow();
        return new Restated(
                week.first(),
                customer,
                rows.stream().map(ActivityData.Restated::run).distinct().count(),
                last,
                rows.stream()
                        .filter(row -> row.at().equals(last))
                        .min(Comparator.comparing(ActivityData.Restated::file))
                        .orElseThrow()
                        .key());
    }

    @Override
    public Basis basis() {
        Optional<Batch> newest = data.get().batches().stream()
                .max(Comparator.comparing(Batch::completed).thenComparing(Batch::batch));
        Set<Customer> withFiles = loaded().map(File::customer).collect(Collectors.toCollection(TreeSet::new));
        Set<Customer> expected = newest.<Set<Customer>>map(batch -> new TreeSet<>(batch.expected()))
                .orElse(withFiles);
        return new Basis(
                loaded().count(),
                data.get().events().size(),
                data.get().rejects(),
                data.get().batches().size(),
                newest.map(Batch::batch).orElse(null),
                expected.stream().map(this::reach).toList(),
                withFiles.stream()
                        .filter(customer -> !expected.contains(customer))
                        .map(this::reach)
                        .toList());
    }

    private Reach reach(Customer customer) {
        List<File> files =
                loaded().filter(file -> file.customer().equals(customer)).toList();
        return new Reach(
                customer,
                files.stream()
                        .map(File::first)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                files.stream()
                        .map(File::last)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    private Stream<File> loaded() {
        return data.get().files().stream().filter(file -> file.state() == FileState.LOADED);
    }

    private Stream<Event> rows(Scope scope) {
        return data.get().events().stream().filter(event -> scope.holds(event.customer()));
    }

    /** The one definition of activity. */
    private List<Event> activity(Scope scope) {
        Set<String> include = scope.active().include();
        Set<String> exclude = scope.active().exclude();
        return rows(scope)
                .filter(event -> event.userId() != null)
                .filter(event -> include.isEmpty() || include.contains(event.event()))
                .filter(event -> !exclude.contains(event.event()))
                .toList();
    }

    private static Predicate<Event> in(Window window) {
        return event -> !event.time().isBefore(window.start()) && event.time().isBefore(window.end());
    }

    private static Set<User> users(Collection<Event> events, Predicate<Event> which) {
        Set<User> users = new HashSet<>();
        for (Event event : events) {
            if (event.userId() != null && which.test(event)) {
                users.add(new User(event.customer(), event.userId()));
            }
        }
        return users;
    }

    private static Set<User> both(Set<User> one, Set<User> other) {
        Set<User> users = new HashSet<>(one);
        users.retainAll(other);
        return users;
    }

    private static Set<User> without(Set<User> one, Set<User> other) {
        Set<User> users = new HashSet<>(one);
        users.removeAll(other);
        return users;
    }

    private record User(Customer customer, String userId) {}
}
