package dev.wau.cli.command;

import dev.wau.cli.terminal.Listing;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory.HistoryBatch;
import dev.wau.load.LoadHistory.HistoryReject;
import dev.wau.load.LoadHistory.HistoryRestatement;
import dev.wau.load.LoadHistory.HistoryRun;
import dev.wau.load.Restatement;
import dev.wau.load.Restatement.FileChange;
import java.util.List;
import java.util.Locale;

/** The rows of the history under the names of their warehouse columns. */
final class HistoryListings {

    private HistoryListings() {}

    static Listing<HistoryFile> files() {
        return new Listing<HistoryFile>("file")
                .text("object_key", "file", file -> file.version().key())
                .text("state", file -> file.state().code())
                .number("records_read", "read", file -> file.counts().read())
                .number("records_loaded", "loaded", file -> file.counts().loaded())
                .number("records_rejected", "rejected", file -> file.counts().rejected())
                .number(
                        "records_suppressed",
                        "suppressed",
                        file -> file.counts().suppressed())
                .text("changed_at", "changed (UTC)", HistoryFile::changed)
                .detail("file_id", file -> file.id().value())
                .detail("customer", file -> file.version().customer())
                .detail("sha256", file -> file.version().sha256())
                .detail("version", file -> file.version().version())
                .detail("batch", file -> file.version().batch())
                .detail("bytes", file -> file.version().bytes())
                .detail("first_event_time", HistoryFile::firstEvent)
                .detail("last_event_time", HistoryFile::lastEvent)
                .detail("run", HistoryFile::run)
                .detail("error", HistoryFile::error)
                .detail("copy_of", file -> {
                    var original = file.copyOf();
                    return original == null ? null : original.value();
                });
    }

    static Listing<HistoryReject> rejects() {
        return new Listing<HistoryReject>("reject")
                .text("object_key", reject -> reject.file().version().key())
                .text("customer", reject -> reject.file().version().customer())
                .number("file_id", reject -> reject.file().id().value())
                .text("stage", HistoryReject::stage)
                .number("line", HistoryReject::line)
                .text("reason", reject -> reject.reason().code())
                .text("message", HistoryReject::message)
                .text("raw", HistoryReject::raw);
    }

    static Listing<HistoryBatch> batches() {
        return new Listing<HistoryBatch>("batch")
                .text("batch", HistoryBatch::batch)
                .text("started_at", "started (UTC)", HistoryBatch::started)
                .text("completed_at", "completed (UTC)", HistoryBatch::completed)
                .number("customers_expected", "expected", HistoryBatch::expected)
                .number("customers_arrived", "arrived", HistoryBatch::arrived)
                .detail("run", HistoryBatch::run);
    }

    /** One file's part of a restatement. */
    record RestatedFile(HistoryRestatement row, FileChange file) {

        static List<RestatedFile> of(List<HistoryRestatement> rows) {
            return rows.stream()
                    .flatMap(row -> row.restatement().files().stream().map(file -> new RestatedFile(row, file)))
                    .toList();
        }

        private Restatement of() {
            return row.restatement();
        }
    }

    static Listing<RestatedFile> restatements() {
        return new Listing<RestatedFile>("restatement")
                .text("restated_at", "restated (UTC)", file -> file.row().changed())
                .text("customer", file -> file.of().customer())
                .text("first_day", "week from", file -> file.of().week().first())
                .number("users_before", "users", file -> file.of().before().users())
                .number("users_after", "now", file -> file.of().after().users())
                .number("events_before", "events", file -> file.of().before().events())
                .number("events_after", "now", file -> file.of().after().events())
                .number("events_change", "by", file -> file.file().events())
                .text("object_key", "file", file -> file.file().key())
                .detail("file_id", file -> file.file().file().value())
                .detail("last_day", file -> file.of().week().last())
                .detail("zone", file -> file.of().calendar().zoneName())
                .detail(
                        "week_start",
                        file -> file.of().calendar().weekStart().name().toLowerCase(Locale.ROOT))
                .detail("run", file -> file.of().run());
    }

    static Listing<HistoryRun> runs() {
        return new Listing<HistoryRun>("run")
                .text("started_at", "started (UTC)", HistoryRun::started)
                .text("kind", run -> run.kind().code())
                .text("batch", HistoryRun::batch)
                .text("summary", HistoryRun::summary)
                .detail("run", HistoryRun::run)
                .detail("ended_at", HistoryRun::ended);
    }
}
