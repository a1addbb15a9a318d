package dev.wau.aggregate;

import dev.wau.collect.CentralNames;
import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerFile;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings the ledgers up to date when a batch is over, and removes what stands there of it. For one thread, under the
 * hold.
 */
final class Remembering {

    private final RunContext context;
    private final ObjectStore.Hold hold;
    private final StateFiles state;
    private final Ledgers ledgers;

    Remembering(RunContext context, ObjectStore.Hold hold) {
        this.context = context;
        this.hold = hold;
        this.state = context.state();
        this.ledgers = new Ledgers(state);
    }

    /**
     * The batch's files enter the ledgers, and the batch is over. When the time is over first, the next run goes on.
     *
     * @param batch that has begun
     * @param marker its marker; null if there is none. A ledger knows of a batch only what its marker names, for what
     *     stands in a ledger comes with no later marker
     */
    void remember(Batch batch, @Nullable CompletionMarker marker) {
        Map<ObjectKey, MarkerFile> named = new HashMap<>();
        if (marker != null) {
            marker.files().forEach(file -> named.put(file.key(), file));
        }
        Batch.Head head = Objects.requireNonNull(batch.head());
        PartPlan plan = head.parts();
        if (plan == null) {
            write(batch, batch.customers(), named);
        } else if (!writeParts(batch, head, plan, named)) {
            return;
        }
        remove(head);
    }

    // One part after the other, and its journal goes with it: so the next run has less to do.
    private boolean writeParts(Batch batch, Batch.Head head, PartPlan plan, Map<ObjectKey, MarkerFile> named) {
        for (int number = 1; number <= plan.size(); number++) {
            if (context.time().isOver()) {
                return false;
            }
            write(batch, plan.customers(number), named);
            Segments.part(state, plan, number).delete(head.id());
            context.tally().progressed();
        }
        return true;
    }

    private void write(Batch batch, Collection<Customer> customers, Map<ObjectKey, MarkerFile> named) {
        hold.confirm();
        List<Customer> known = customers.stream()
                .filter(customer -> !batch.of(customer).isEmpty())
                .toList();
        Workers.forEach(context.setting().waitingThreads(), known, customer -> {
            Ledger ledger = ledgers.read(customer);
            ledger.add(batch.of(customer).stream()
                    .filter(entry -> isSaid(entry, named))
                    .toList());
            ledgers.write(customer, ledger);
        });
    }

    private static boolean isSaid(JournalEntry entry, Map<ObjectKey, MarkerFile> named) {
        MarkerFile file = entry.file();
        String name = CentralNames.of(entry.ledger().name());
        MarkerFile said = named.get(ObjectKey.aggregated(entry.customer(), name));
        if (file == null || said == null) {
            return file == null && said == null;
        }
        return said.version().equals(file.version()) && said.sha256().equals(file.sha256());
    }

    private void remove(Batch.Head head) {
        hold.confirm();
        Workers.forEach(context.setting().waitingThreads(), Segments.until(state, head.id()), state::delete);
        // The head goes last: as long as it stands, the ledgers are brought up to date again.
        hold.confirm();
        new Heads(state).delete();
    }
}
