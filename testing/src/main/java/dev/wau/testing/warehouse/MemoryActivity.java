package dev.wau.testing.warehouse;

import dev.wau.load.LoadHistory;
import dev.wau.load.Restatement;
import dev.wau.testing.activity.ActivityData;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What reports see of a warehouse in memory. */
final class MemoryActivity {

    private MemoryActivity() {}

    static ActivityData of(MemoryTables tables) {
        List<ActivityData.Event> events = tables.content.values().stream()
                .flatMap(file -> file.rows().stream())
                .filter(tables::carries)
                .map(MemoryActivity::event)
                .toList();
        List<ActivityData.File> files = tables.files.values().stream()
                .map(file -> new ActivityData.File(
                        file.version().customer(), file.state(), file.firstEvent(), file.lastEvent()))
                .toList();
        List<ActivityData.Batch> batches = tables.batches.values().stream()
                .map(batch -> new ActivityData.Batch(
                        batch.batch().value(),
                        batch.completed(),
                        tables.expected.getOrDefault(batch.batch(), Set.of())))
                .toList();
        long rejects = tables.content.values().stream()
                .mapToLong(file -> file.rejects().size())
                .sum();
        List<ActivityData.Restated> restated =
                tables.restatements.stream().flatMap(MemoryActivity::restated).toList();
        return new ActivityData(events, files, batches, rejects, restated);
    }

    private static Stream<ActivityData.Restated> restated(LoadHistory.HistoryRestatement row) {
        Restatement restatement = row.restatement();
        return restatement.files().stream()
                .map(file -> new ActivityData.Restated(
                        restatement.run(),
                        row.changed(),
                        restatement.customer(),
                        restatement.calendar(),
                        restatement.week().first(),
                        file.file(),
                        file.key()));
    }

    private static ActivityData.Event event(MemoryRow row) {
        return new ActivityData.Event(
                row.customer(),
                Instant.EPOCH.plus(row.timeMicros(), ChronoUnit.MICROS),
                row.text().getOrDefault("event", ""),
                row.text().get("user_id"),
                row.file());
    }
}
