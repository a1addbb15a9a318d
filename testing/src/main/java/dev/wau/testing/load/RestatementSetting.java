package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.analyse.ReportRules;
import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadHistory.HistoryRestatement;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadRun;
import dev.wau.load.Restatement;
import dev.wau.load.Restatement.FileChange;
import dev.wau.load.Restatement.Numbers;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import dev.wau.progress.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weeks of 2 June 2025 (day 0) and after, loaded and listed in few words. A week is over for a customer once its data reaches the next Monday. */
abstract class RestatementSetting extends LoadSetting {

    static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    static final Customer ACME = new Customer("acme");

    ReportRules rules = ReportRules.DEFAULT;
    Policies policies = Policies.DEFAULT;
    Instant now = Instant.parse("2025-08-01T00:00:00Z");
    int batches;

    void load(ObjectKey... keys) {
        job().load(central.marker("b" + ++batches, keys));
    }

    @Override
    LoadJob job() {
        return new LoadJob(central.store(), warehouse, policies, Limits.DEFAULT, clock(), Progress.NONE)
                .restating(rules);
    }

    InstantSource clock() {
        return InstantSource.fixed(now);
    }

    LoadRun run() {
        return new LoadRun(
                RunId.random(), LoadRun.Kind.UNLOAD, null, now, policies.duplicates(), policies.columns(), 200);
    }

    RunId lastRun() {
        var runs = warehouse.history().runs();
        return runs.get(runs.size() - 1).run();
    }

    static String event(int day, String user) {
        return MONDAY.plusDays(day) + " 12:00:00,login," + user;
    }

    List<HistoryRestatement> listed() {
        return warehouse.history().restatements(LoadHistory.Filter.ALL);
    }

    List<String> restatements() {
        return list(null, null, Integer.MAX_VALUE);
    }

    List<String> list(@Nullable String customer, @Nullable String key, int limit) {
        return warehouse.history().restatements(new LoadHistory.Filter(customer, key, null, limit)).stream()
                .map(row -> text(row.restatement()))
                .toList();
    }

    /** The parts add up to the whole, whoever's they are. */
    static String text(Restatement restatement) {
        Numbers before = restatement.before();
        Numbers after = restatement.after();
        assertThat(restatement.files().stream().mapToLong(FileChange::events).sum())
                .as("%s", restatement)
                .isEqualTo(after.events() - before.events());
        return restatement.customer() + " " + restatement.week().first() + " users " + before.users() + " -> "
                + after.users() + " events " + before.events() + " -> " + after.events() + ": "
                + restatement.files().stream()
                        .map(file -> file.key().fileName() + (file.events() < 0 ? " " : " +") + file.events())
                        .collect(Collectors.joining(", "));
    }
}
