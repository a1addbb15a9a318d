package dev.wau.aggregate;

import dev.wau.collect.SourceFile;
import dev.wau.complete.MarkerFile;
import dev.wau.config.CustomerConfig;
import dev.wau.progress.Progress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lists the sources of some customers and brings what is new to the central bucket, as long as there is time. Used once,
 * by one thread; it starts others for the copying.
 */
final class Copying {

    private final RunContext context;
    private final Journal journal;
    private final Queue<FileWork> waiting = new ConcurrentLinkedQueue<>();

    Copying(RunContext context, Journal journal) {
        this.context = context;
        this.journal = journal;
    }

    /**
     * Does it.
     *
     * @param begin called before the first file is read, so that the journal has its batch
     */
    Copied copy(List<CustomerConfig> customers, Runnable begin) {
        Ledgers ledgers = new Ledgers(context.state());
        List<CustomerWork> works =
                new Inventory(context.setting(), ledgers, context.time()).take(customers, journal.batch());
        LargeFiles large = LargeFiles.read(context.state(), context.time(), works);
        List<FileWork> files =
                works.stream().flatMap(work -> work.files().stream()).toList();
        copy(context.time().isLimited() ? large.inOrder(files) : files, large, begin);
        List<CustomerEnd> ends = works.stream().map(CustomerWork::end).toList();
        return new Copied(ends, waiting(customers.size() - works.size()));
    }

    private void copy(List<FileWork> files, LargeFiles large, Runnable begin) {
        if (files.isEmpty()) {
            return;
        }
        begin.run();
        long bytes = files.stream().mapToLong(work -> work.file().bytes()).sum();
        Aggregator.Setting setting = context.setting();
        try (Progress.Stage stage = setting.progress().start("aggregate", bytes, files.size())) {
            FileCopier copier = new FileCopier(setting, context.time(), stage);
            Workers.forEach(setting.waitingThreads(), files, work -> copy(work, copier, large));
        } finally {
            journal.flush();
        }
        large.write();
    }

    private void copy(FileWork work, FileCopier copier, LargeFiles large) {
        if (context.time().isOver()) {
            waiting.add(work);
            return;
        }
        FileOutcome outcome = copier.copy(work, journal.batch());
        if (outcome instanceof FileOutcome.GivenUp given) {
            giveUp(work, given, large);
            return;
        }
        large.done(work);
        context.tally().read(work, outcome);
        if (outcome instanceof FileOutcome.Done done) {
            journal.add(done.entry());
            MarkerFile file = done.entry().file();
            if (file != null && file.refusal() == null) {
                work.customer().stands(context.setting().clock().instant());
            }
        } else if (outcome instanceof FileOutcome.SourceFailed failed) {
            work.customer().fail(failed.message());
        }
    }

    private void giveUp(FileWork work, FileOutcome.GivenUp outcome, LargeFiles large) {
        waiting.add(work);
        if (large.gaveUp(work, outcome.given())) {
            context.tally().progressed();
        }
    }

    private AggregateResult.@Nullable Waiting waiting(int unlisted) {
        if (unlisted == 0 && waiting.isEmpty()) {
            return null;
        }
        long bytes = waiting.stream()
                .map(FileWork::file)
                .mapToLong(SourceFile::bytes)
                .sum();
        return new AggregateResult.Waiting(unlisted, waiting.size(), bytes, 0);
    }
}
