package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.Window;
import dev.wau.analyse.Windows;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.warehouse.activity.Pieces.History;
import dev.wau.warehouse.activity.RolledUpPart.Counting;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The reports' numbers from the rollup that each load keeps: exact, and the same as {@link JdbcActivityStore} counts from
 * all rows. That one answers what the rollup can't: windows that don't begin on a quarter of an hour, a warehouse whose
 * rollup isn't made yet, and what is asked of files. Each answer is of one state of the warehouse. Thread-safe if its
 * {@link Connections} are; each connection is one of its own.
 */
public final class RollupActivityStore implements ActivityStore {

    /** Beyond so many windows a table of all pairs is no longer small. */
    private static final int MOST_COHORTS = 512;

    private final Connections connections;
    private final JdbcActivityStore scan;

    public RollupActivityStore(Connections connections) {
        this.connections = connections;
        scan = new JdbcActivityStore(connections);
    }

    @Override
    public List<Count> activeUsers(List<Window> windows, Scope scope) {
        if (!WindowOrder.isOrdered(windows)) {
            return List.of();
        }
        List<Segments> segments = List.of(new Segments(windows));
        return counts(segments, Counting.USERS_AND_EVENTS, scope)
                .map(counts -> sum(counts, segments).counts(windows, null))
                .orElseGet(() -> scan.activeUsers(windows, scope));
    }

    @Override
    public List<Count> activeUsersByCustomer(List<Window> windows, Scope scope) {
        if (!WindowOrder.isOrdered(windows)) {
            return List.of();
        }
        return counts(List.of(new Segments(windows)), Counting.USERS_AND_EVENTS, scope)
                .map(counts -> counts.entrySet().stream()
                        .flatMap(entry -> entry.getValue().counts(windows, new Customer(entry.getKey())).stream())
                        .sorted(Comparator.comparing(Count::window))
                        .toList())
                .orElseGet(() -> scan.activeUsersByCustomer(windows, scope));
    }

    @Override
    public List<Map<LocalDate, Long>> users(List<List<Window>> asked, Scope scope) {
        if (asked.isEmpty() || !asked.stream().allMatch(WindowOrder::isOrdered)) {
            return ActivityStore.super.users(asked, scope);
        }
        List<Segments> segments = Segments.together(asked);
        return counts(segments, Counting.USERS, scope)
                .map(counts -> users(sum(counts, segments), asked))
                .orElseGet(() -> scan.users(asked, scope));
    }

    private static List<Map<LocalDate, Long>> users(WindowCounts counts, List<List<Window>> asked) {
        List<Map<LocalDate, Long>> users = new ArrayList<>();
        int first = 0;
        for (List<Window> windows : asked) {
            users.add(counts.users(windows, first));
            first += windows.size();
        }
        return users;
    }

    private static WindowCounts sum(Map<String, WindowCounts> counts, List<Segments> segments) {
        WindowCounts sum = new WindowCounts(WindowPieces.of(segments));
        counts.values().forEach(sum::add);
        return sum;
    }

    /** By customer. */
    private Optional<Map<String, WindowCounts>> counts(List<Segments> segments, Counting counting, Scope scope) {
        WindowPieces windows = WindowPieces.of(segments);
        return ask(segments.get(0), scope, question -> {
            Map<String, WindowCounts> counts = new TreeMap<>();
            question.users(History.WITHIN, counting, block -> {
                WindowCounts own = new WindowCounts(windows);
                block.users().each(own);
                own.events(block.events());
                return () -> counts.merge(block.customer(), own, WindowCounts::add);
            });
            return counts;
        });
    }

    @Override
    public List<Lifecycle> lifecycle(List<Window> windows, Scope scope) {
        if (!WindowOrder.isConsecutive(windows)) {
            return List.of();
        }
        Segments segments = new Segments(windows);
        return ask(segments, scope, question -> {
                    LifecycleCounts counts = new LifecycleCounts(segments.count());
                    question.users(History.ALL, Counting.USERS, block -> {
                        LifecycleCounts own = new LifecycleCounts(segments.count());
                        block.users().each(own);
                        return () -> counts.add(own);
                    });
                    return counts.rows(windows, segments);
                })
                .orElseGet(() -> scan.lifecycle(windows, scope));
    }

    @Override
    public List<Retention> retention(List<Window> windows, Scope scope) {
        if (!WindowOrder.isConsecutive(windows)) {
            return List.of();
        }
        Segments segments = new Segments(windows);
        if (segments.count() > MOST_COHORTS) {
            return scan.retention(windows, scope);
        }
        return ask(segments, scope, question -> {
                    CohortCounts counts = new CohortCounts(segments.count());
                    question.users(History.ALL, Counting.USERS, block -> {
                        CohortCounts own = new CohortCounts(segments.count());
                        block.users().each(own);
                        return () -> counts.add(own);
                    });
                    return counts.rows(windows, segments);
                })
                .orElseGet(() -> scan.retention(windows, scope));
    }

    @Override
    public List<EventCount> events(Window window, Scope scope) {
        if (!WindowOrder.isOrdered(List.of(window))) {
            return List.of();
        }
        return ask(
                        new Segments(List.of(window)),
                        scope,
                        question -> EventUsers.byName(totals(question).values()))
                .orElseGet(() -> scan.events(window, scope));
    }

    @Override
    public List<CustomerActivity> customers(Window window, Scope scope) {
        if (!WindowOrder.isOrdered(List.of(window))) {
            return scan.customers(window, scope);
        }
        return ask(new Segments(List.of(window)), scope, question -> {
                    Map<String, EventUsers> totals = totals(question);
                    return question.loaded().stream()
                            .map(row -> with(row, totals.get(row.customer().name())))
                            .toList();
                })
                .orElseGet(() -> scan.customers(window, scope));
    }

    private static Map<String, EventUsers> totals(RollupQuestion question) throws SQLException {
        Map<String, EventUsers> totals = new TreeMap<>();
        question.totals(block -> {
            EventUsers own = block.totals();
            return () -> totals.merge(block.customer(), own, EventUsers::add);
        });
        return totals;
    }

    private static CustomerActivity with(CustomerActivity row, @Nullable EventUsers own) {
        return own == null
                ? row
                : new CustomerActivity(
                        row.customer(), own.active(), own.events(), row.firstEvent(), row.lastEvent(), row.files());
    }

    private <T> Optional<T> ask(Segments segments, Scope scope, Answer<T> answer) {
        try (RollupReading reading = RollupReading.begin(connections)) {
            Optional<RollupQuestion> question = RollupQuestion.of(reading, segments, scope);
            return question.isEmpty() ? Optional.empty() : Optional.of(answer.of(question.get()));
        } catch (SQLException e) {
            throw RollupReading.failure(e);
        }
    }

    @FunctionalInterface
    private interface Answer<T> {
        T of(RollupQuestion question) throws SQLException;
    }

    @Override
    public List<FileEvents> eventsByFile(List<Window> windows, Collection<FileId> files, Scope scope) {
        return scan.eventsByFile(windows, files, scope);
    }

    @Override
    public List<Restated> restated(List<Window> weeks, Windows calendar, Scope scope) {
        return scan.restated(weeks, calendar, scope);
    }

    @Override
    public Basis basis() {
        return scan.basis();
    }
}
