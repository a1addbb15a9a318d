package dev.wau.aggregate;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.complete.MarkerPublisher;
import dev.wau.config.Policies;
import dev.wau.model.BatchId;
import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a batch all of whose customers are done: by its marker, if it has any news. For one thread, under the hold. */
final class Completion {

    private final RunContext context;
    private final ObjectStore.Hold hold;
    private final Batch batch;

    Completion(RunContext context, ObjectStore.Hold hold, Batch batch) {
        this.context = context;
        this.hold = hold;
        this.batch = batch;
    }

    /** Whether these customers' ends forbid a marker. */
    static boolean isForbidden(Aggregator.Setting setting, List<CustomerEnd> customers) {
        return setting.config().policies().missingCustomers() == Policies.MissingCustomers.FAIL
                && customers.stream().anyMatch(customer -> customer.error() != null);
    }

    /**
     * Ends it.
     *
     * @throws CustomersFailedException a customer failed and the policy asks for all; the batch stays in progress
     */
    AggregateResult complete(List<CustomerEnd> customers, Aggregator.MarkerRule rule) {
        List<CustomerOutcome> outcomes = Outcomes.of(customers, batch);
        if (isForbidden(context.setting(), customers)) {
            throw new CustomersFailedException(result(customers, outcomes, null));
        }
        return isNews(rule, outcomes) ? publish(customers, outcomes) : nothingNew(customers, outcomes);
    }

    private boolean isNews(Aggregator.MarkerRule rule, List<CustomerOutcome> outcomes) {
        return rule == Aggregator.MarkerRule.ALWAYS
                || batch.entries().stream().anyMatch(entry -> entry.file() != null)
                || !LastBatch.read(context.state())
                        .saysTheSame(LastBatch.of(marker(context.tally().began(), outcomes)));
    }

    private AggregateResult publish(List<CustomerEnd> customers, List<CustomerOutcome> outcomes) {
        if (batch.head() == null) {
            batch.begin(new BatchOpening(context, hold).begin(null));
        }
        CompletionMarker marker = marker(context.setting().clock().instant(), outcomes);
        hold.confirm();
        ObjectKey key = new MarkerPublisher(context.setting().central()).publish(marker);
        hold.confirm();
        LastBatch.of(marker).after(LastBatch.read(context.state())).write(context.state());
        AggregateResult result = result(customers, outcomes, key);
        remember(outcomes, marker);
        return result;
    }

    private AggregateResult nothingNew(List<CustomerEnd> customers, List<CustomerOutcome> outcomes) {
        AggregateResult result = result(customers, outcomes, null).withoutBatch();
        if (batch.head() != null) {
            remember(outcomes, null);
        }
        return result;
    }

    private void remember(List<CustomerOutcome> outcomes, @Nullable CompletionMarker marker) {
        new Remembering(context, hold).remember(batch, marker);
        LargeFiles.forget(context.state(), outcomes);
    }

    private CompletionMarker marker(Instant completed, List<CustomerOutcome> outcomes) {
        Batch.Head head = batch.head();
        Instant began = context.tally().began();
        Instant started = head == null ? began : head.started();
        BatchId id = head == null ? BatchId.startedAt(began) : head.id();
        Instant end = completed.isBefore(started) ? started : completed;
        return new CompletionMarker(id, started, end, outcomes, Outcomes.files(batch));
    }

    private AggregateResult result(
            List<CustomerEnd> customers, List<CustomerOutcome> outcomes, @Nullable ObjectKey marker) {
        List<Silence> silences = Silences.of(
                customers,
                () -> LastBatch.read(context.state()),
                context.tally().began());
        return context.tally().ended(batch, outcomes, marker, silences);
    }
}
