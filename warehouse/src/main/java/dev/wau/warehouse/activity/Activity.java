package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.model.Customer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The one definition of activity: an active event with a user. Every number of users stands on this statement, with the
 * columns {@code customer}, {@code user_id}, {@code event_time}, and {@code file_id} or, of a rollup, {@code events}.
 */
final class Activity {

    private Activity() {}

    /** The statement for a scope. */
    static Sql of(Counted counted, Scope scope) {
        StringBuilder text = new StringBuilder("""
                SELECT "customer", "user_id", "event_time", %s
                  FROM "%s"
                 WHERE %s""".formatted(counted.further(), counted.table(), counted.knownUser()));
        List<String> binds = new ArrayList<>();
        if (!scope.customers().isEmpty()) {
            text.append("\n   AND \"customer\" IN (")
                    .append(Sql.marks(scope.customers().size()))
                    .append(')');
            binds.addAll(names(scope));
        }
        listed(text, binds, "IN", scope.active().include());
        listed(text, binds, "NOT IN", scope.active().exclude());
        return new Sql(text.toString(), binds);
    }

    /** The scope's customers, by name. */
    static List<String> names(Scope scope) {
        return scope.customers().stream().map(Customer::name).sorted().toList();
    }

    private static void listed(StringBuilder text, List<String> binds, String operator, Collection<String> events) {
        if (!events.isEmpty()) {
            text.append("\n   AND \"event\" ")
                    .append(operator)
                    .append(" (")
                    .append(Sql.marks(events.size()))
                    .append(')');
            events.stream().sorted().forEach(binds::add);
        }
    }
}
