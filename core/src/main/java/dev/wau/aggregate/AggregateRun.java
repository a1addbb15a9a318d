package dev.wau.aggregate;

import dev.wau.collect.Source;
import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.complete.MarkerPublisher;
import dev.wau.config.CustomerConfig;
import dev.wau.config.Policies;
import dev.wau.config.WauConfig;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run over all customers: list, copy, complete, remember. For one thread; it starts others for the copying. */
final class AggregateRun {

    /** Files whose content is on its way to the disk while others are read: a store takes many at a time. */
    private static final int WAITING = 16;

    private final WauConfig config;
    private final ObjectStore central;
    private final Function<CustomerConfig, Source> sources;
    private final InstantSource clock;
    private final Progress progress;
    private final int threads;
    private final StateFiles state;
    private final Ledgers ledgers;
    private final MarkerPublisher markers;
    private final Instant began;
    private final RunTally tally;
    private Journal journal;

    AggregateRun(Aggregator.Setting setting) {
        this.config = setting.config();
        this.central = setting.central();
        this.sources = setting.sources();
        this.clock = setting.clock();
        this.progress = setting.progress();
        this.threads = setting.threads();
        this.state = new StateFiles(central);
        this.ledgers = new Ledgers(state);
        this.markers = new MarkerPublisher(central);
        this.began = clock.instant();
        this.tally = new RunTally();
        this.journal = Journal.read(state);
    }

    AggregateResult run(Aggregator.MarkerRule rule) {
        finishPublished();
        Batch batch = journal.batch();
        List<CustomerWork> customers = new Inventory(config, central, ledgers, sources).take(batch);
        tally.resumed(batch.entries());
        copy(customers.stream().flatMap(work -> work.files().stream()).toList());
        List<CustomerOutcome> outcomes = Outcomes.of(customers, batch);
        boolean failed = outcomes.stream().anyMatch(o -> o.outcome() == CustomerOutcome.Outcome.FAILED);
        if (failed && config.policies().missingCustomers() == Policies.MissingCustomers.FAIL) {
            throw new CustomersFailedException(result(outcomes, null));
        }
        return isNews(rule, outcomes) ? publish(outcomes) : nothingNew(outcomes);
    }

    // A run died between its marker and the ledgers: they are brought up to date now.
    private void finishPublished() {
        Batch.Head head = journal.batch().head();
        if (head != null && markers.isPublished(head.id())) {
            ObjectKey key = CompletionMarker.key(head.id());
            markers.read(key).ifPresent(marker -> LastBatch.of(marker).write(state));
            remember();
            journal = Journal.read(state);
        }
    }

    private void copy(List<FileWork> files) {
        if (files.isEmpty()) {
            return;
        }
        begin();
        long bytes = files.stream().mapToLong(work -> work.file().bytes()).sum();
        try (Progress.Stage stage = progress.start("aggregate", bytes, files.size())) {
            FileCopier copier = new FileCopier(config, central, threads, stage);
            Workers.forEach(threads + WAITING, files, work -> take(work, copier.copy(work, journal.batch())));
        } finally {
            journal.flush();
        }
    }

    private void take(FileWork work, FileOutcome outcome) {
        tally.read(work, outcome);
        if (outcome instanceof FileOutcome.Done done) {
            journal.add(done.entry());
        } else if (outcome instanceof FileOutcome.SourceFailed failed) {
            work.customer().fail(failed.message());
        }
    }

    private void begin() {
        if (journal.batch().head() == null) {
            BatchId id = new BatchIds(central).next(began, LastBatch.read(state).batch());
            journal.begin(new Batch.Head(id, began));
        }
    }

    private boolean isNews(Aggregator.MarkerRule rule, List<CustomerOutcome> outcomes) {
        return rule == Aggregator.MarkerRule.ALWAYS
                || journal.batch().entries().stream().anyMatch(entry -> entry.file() != null)
                || !LastBatch.read(state).saysTheSame(LastBatch.of(marker(began, outcomes)));
    }

    private AggregateResult publish(List<CustomerOutcome> outcomes) {
        begin();
        CompletionMarker marker = marker(clock.instant(), outcomes);
        ObjectKey key = markers.publish(marker);
        LastBatch.of(marker).write(state);
        AggregateResult result = result(outcomes, key);
        remember();
        return result;
    }

    private AggregateResult nothingNew(List<CustomerOutcome> outcomes) {
        AggregateResult result = result(outcomes, null).withoutBatch();
        remember();
        return result;
    }

    private CompletionMarker marker(Instant completed, List<CustomerOutcome> outcomes) {
        Batch.Head head = journal.batch().head();
        Instant started = head == null ? began : head.started();
        BatchId id = head == null ? BatchId.startedAt(began) : head.id();
        Instant end = completed.isBefore(started) ? started : completed;
        return new CompletionMarker(id, started, end, outcomes, Outcomes.files(journal.batch()));
    }

    /** The batch's files enter the ledgers, and the batch is over. */
    private void remember() {
        Batch batch = journal.batch();
        for (Customer customer : batch.customers()) {
            Ledger ledger = ledgers.read(customer);
            ledger.add(batch.of(customer));
            ledgers.write(customer, ledger);
        }
        if (batch.head() != null) {
            journal.remove();
        }
    }

    private AggregateResult result(List<CustomerOutcome> outcomes, @Nullable ObjectKey marker) {
        return tally.result(journal.batch(), outcomes, marker, began, clock.instant());
    }
}
