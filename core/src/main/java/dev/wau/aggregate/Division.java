package dev.wau.aggregate;

import dev.wau.config.CustomerConfig;
import dev.wau.model.Customer;
import dev.wau.store.ObjectStore;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides how the batch is divided when a run over all customers begins. For one thread, under the hold. */
final class Division {

    private final RunContext context;
    private final ObjectStore.Hold hold;
    private final Heads heads;

    Division(RunContext context, ObjectStore.Hold hold) {
        this.context = context;
        this.hold = hold;
        this.heads = new Heads(context.state());
    }

    /**
     * The batch to go on with, divided where it is too much for one run.
     *
     * @param head of the batch in progress; null if there is none
     * @return null if none is in progress, and one run can do all
     */
    Batch.@Nullable Head divide(Batch.@Nullable Head head, Aggregator.MarkerRule rule) {
        if (head != null && head.parts() != null) {
            return again(head, head.parts(), rule);
        }
        Aggregator.Splitting splitting = context.setting().splitting();
        if (splitting == null || expected().size() <= splitting.customersPerPart()) {
            return head;
        }
        return head == null
                ? new BatchOpening(context, hold).begin(PartPlan.of(rule, expected(), splitting.customersPerPart()))
                : dealOut(head, rule, splitting.customersPerPart());
    }

    // Customers failed, and no marker may be written without them: as in an undivided batch all are looked at again.
    private Batch.Head again(Batch.Head head, PartPlan plan, Aggregator.MarkerRule rule) {
        List<CustomerEnd> ends = new PartOutcomes(context.state()).all(head, plan);
        boolean failed = ends != null && Completion.isForbidden(context.setting(), ends);
        PartPlan next = failed ? plan.nextRound(expected()) : plan;
        if (rule == Aggregator.MarkerRule.ALWAYS) {
            next = next.withRule(rule);
        }
        return next.equals(plan) ? head : write(head.inParts(next));
    }

    // The list of customers has grown while an undivided batch is in progress: each part takes over what is done of it.
    private Batch.Head dealOut(Batch.Head head, Aggregator.MarkerRule rule, int customersPerPart) {
        Batch batch = Batch.read(context, head);
        NavigableSet<Customer> customers = expected();
        customers.addAll(batch.customers());
        PartPlan plan = PartPlan.of(rule, customers, customersPerPart);
        for (int number = 1; number <= plan.size(); number++) {
            Journal journal = Journal.open(Segments.part(context.state(), plan, number), hold, head);
            plan.customers(number).forEach(customer -> batch.of(customer).forEach(journal::add));
            journal.flush();
        }
        return write(head.inParts(plan));
    }

    private Batch.Head write(Batch.Head head) {
        hold.confirm();
        heads.write(head);
        return head;
    }

    private NavigableSet<Customer> expected() {
        NavigableSet<Customer> expected = new TreeSet<>();
        context.setting().config().customers().stream()
                .map(CustomerConfig::customer)
                .forEach(expected::add);
        return expected;
    }
}
