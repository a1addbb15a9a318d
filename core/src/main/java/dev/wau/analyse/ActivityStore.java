package dev.wau.analyse;

import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the reports ask of a warehouse: the one definition of each number, in one place a warehouse. <em>Active</em> means
 * at least one active event with a user in the window; a user is a (customer, user_id). Users are counted distinct over
 * each window, never summed. Thread-safe; sees committed work only, but that of a load transaction.
 *
 * <p>Windows come in order and may overlap (rolling 7 days). Windows without activity give no row.
 */
public interface ActivityStore {

    /** Active users in each window, over all customers of the scope. */
    List<Count> activeUsers(List<Window> windows, Scope scope);

    /** The same for each customer alone. A user is one customer's, so these add up to the users of all. */
    List<Count> activeUsersByCustomer(List<Window> windows, Scope scope);

    /**
     * Active users alone, for several lists of windows: a store may answer all of them in one reading, and leaves the
     * events uncounted.
     *
     * @return for each list, users by the window's first day
     */
    default List<Map<LocalDate, Long>> users(List<List<Window>> asked, Scope scope) {
        return asked.stream()
                .map(windows ->
                        activeUsers(windows, scope).stream().collect(Collectors.toMap(Count::window, Count::users)))
                .toList();
    }

    /**
     * Users by lifecycle in each window; each window begins where the one before ends. Activity before the first window
     * counts as long ago: pass one window more than you show, so that the first one's returning and dormant are told.
     */
    List<Lifecycle> lifecycle(List<Window> windows, Scope scope);

    /**
     * Cohorts; each window begins where the one before ends. A cohort is the window of a user's first activity ever;
     * users whose first activity is before the first window are in none. By cohort and offset; zeros are left out.
     */
    List<Retention> retention(List<Window> windows, Scope scope);

    /** Events by name over one window, most frequent first: all events, active or not. */
    List<EventCount> events(Window window, Scope scope);

    /** One row for each customer with loaded files or expected by a batch, by name. */
    List<CustomerActivity> customers(Window window, Scope scope);

    /**
     * Active events with a user in each window by the file that carries them; by window, then file. Costs what the files
     * hold, not what the windows do.
     *
     * @param windows in order; they may have gaps
     * @param files their numbers
     */
    List<FileEvents> eventsByFile(List<Window> windows, Collection<FileId> files, Scope scope);

    /** The weeks of the scope that were restated by this calendar, in these windows; by first day, then customer. */
    List<Restated> restated(List<Window> weeks, Windows calendar, Scope scope);

    /** What numbers stand on now. */
    Basis basis();

    /**
     * Which events count.
     *
     * @param customers of these only; empty for all
     * @param active which events make a user active
     */
    record Scope(Set<Customer> customers, ActiveEvents active) {

        public Scope {
            customers = Set.copyOf(customers);
        }

        /** Every customer's. */
        public static Scope all(ActiveEvents active) {
            return new Scope(Set.of(), active);
        }

        /** One customer's. */
        public static Scope of(Customer customer, ActiveEvents active) {
            return new Scope(Set.of(customer), active);
        }

        /** Whether a customer's events are meant. */
        public boolean holds(Customer customer) {
            return customers.isEmpty() || customers.contains(customer);
        }
    }

    /**
     * Active users of one window.
     *
     * @param window its first day
     * @param customer null for all of the scope
     * @param users active in it
     * @param events active events with a user in it
     */
    record Count(LocalDate window, @Nullable Customer customer, long users, long events) {}

    /**
     * Active events of one file in one window.
     *
     * @param window its first day
     * @param events at least one
     */
    record FileEvents(LocalDate window, FileId file, long events) {}

    /**
     * A customer's week that was restated.
     *
     * @param week its first day
     * @param times how often
     * @param lastTime when it was last
     * @param lastFile a file that changed it then: of several, the one with the lowest number
     */
    record Restated(LocalDate week, Customer customer, long times, Instant lastTime, ObjectKey lastFile) {}

    /**
     * @param window its first day
     * @param added first activity ever
     * @param returning active in the window before too
     * @param resurrected active before, but not in the window before
     * @param dormant active in the window before, not in this one
     */
    record Lifecycle(LocalDate window, long added, long returning, long resurrected, long dormant) {}

    /**
     * @param cohort first day of the window of first activity
     * @param offset windows since, from 0
     * @param users of the cohort that were active then
     */
    record Retention(LocalDate cohort, int offset, long users) {}

    /**
     * Events of one name.
     *
     * @param events with a user or without
     * @param users distinct users of these events
     */
    record EventCount(String event, long events, long users) {}

    /**
     * @param users active in the window
     * @param events in the window, active or not
     * @param firstEvent of all loaded; null if none
     * @param lastEvent of all loaded: how far this customer's data reaches; null if none
     * @param files loaded
     */
    record CustomerActivity(
            Customer customer,
            long users,
            long events,
            @Nullable Instant firstEvent,
            @Nullable Instant lastEvent,
            long files) {}

    /**
     * @param files loaded
     * @param rows in the table
     * @param rejects kept
     * @param batches seen
     * @param lastBatch the newest batch's id; null if none
     * @param expected the customers that the newest batch expected, or all with files if none; by name, with how far
     *     each one's data reaches
     * @param unexpected the other customers with loaded files, by name
     */
    record Basis(
            long files,
            long rows,
            long rejects,
            long batches,
            @Nullable String lastBatch,
            List<Reach> expected,
            List<Reach> unexpected) {

        public Basis {
            expected = List.copyOf(expected);
            unexpected = List.copyOf(unexpected);
        }
    }

    /**
     * From where to where one customer's loaded data goes.
     *
     * @param firstEvent null if it has no data
     * @param lastEvent null if it has no data
     */
    record Reach(
            Customer customer,
            @Nullable Instant firstEvent,
            @Nullable Instant lastEvent) {}
}
