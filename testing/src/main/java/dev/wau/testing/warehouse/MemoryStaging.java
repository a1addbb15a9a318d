package dev.wau.testing.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wau.csv.AuditLogReader;
import dev.wau.csv.AuditLogRecord;
import dev.wau.csv.FileLayout;
import dev.wau.load.ColumnPlan;
import dev.wau.load.FileToLoad;
import dev.wau.load.LoadRun;
import dev.wau.load.StagedFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileRefusedException;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads files one after the other into memory. */
final class MemoryStaging {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoadRun run;
    private final Collection<String> columns;

    MemoryStaging(LoadRun run, Collection<String> columns) {
        this.run = run;
        this.columns = columns;
    }

    List<MemoryFile> stage(List<FileToLoad> files, Progress.Stage progress) {
        Map<FileToLoad, FileLayout> layouts = new HashMap<>();
        Map<FileToLoad, FileRefusedException> refusals = new HashMap<>();
        for (FileToLoad file : files) {
            try (AuditLogReader reader = file.open(reject -> {})) {
                layouts.put(file, reader.layout());
            } catch (FileRefusedException refusal) {
                refusals.put(file, refusal);
            } catch (IOException error) {
                throw unreadable(file, error);
            }
        }
        ColumnPlan plan = ColumnPlan.of(columns, layouts.values(), run.columns(), run.maxColumns());
        List<MemoryFile> staged = new ArrayList<>();
        for (FileToLoad file : files) {
            FileLayout layout = layouts.get(file);
            FileRefusedException refusal =
                    layout == null ? refusals.get(file) : plan.refusal(layout).orElse(null);
            staged.add(layout == null || refusal != null ? refused(file, refusal) : read(file, layout, plan));
            progress.advance(file.version().bytes(), 1);
        }
        return staged;
    }

    private MemoryFile read(FileToLoad file, FileLayout layout, ColumnPlan plan) {
        List<MemoryFile.StagedReject> rejects = new ArrayList<>();
        file.sourceRejects()
                .forEach(reject -> rejects.add(new MemoryFile.StagedReject("aggregate", reject.withoutText())));
        List<MemoryRow> rows = new ArrayList<>();
        Map<UUID, Integer> seen = new HashMap<>();
        try (AuditLogReader reader = file.open(reject -> rejects.add(new MemoryFile.StagedReject("load", reject)))) {
            if (!reader.layout().equals(layout)) {
                throw new WauException(
                        ErrorCode.OBJECT_CHANGED,
                        "Cannot load " + file.version().key() + ": it changed while it was read (run again)");
            }
            List<ColumnPlan.Cell> cells = plan.cells(layout);
            while (reader.next()) {
                AuditLogRecord at = reader.record();
                UUID hash = new UUID(at.hashHigh(), at.hashLow());
                int occurrence = seen.merge(hash, 1, Integer::sum);
                rows.add(new MemoryRow(
                        file.version().customer(),
                        file.id(),
                        at.line(),
                        at.timeMicros(),
                        hash,
                        occurrence,
                        text(at, cells)));
            }
            LongSummaryStatistics times =
                    rows.stream().mapToLong(MemoryRow::timeMicros).summaryStatistics();
            StagedFile staged = new StagedFile(
                    file,
                    reader.recordsRead(),
                    reader.recordsRejected(),
                    rows.isEmpty() ? null : time(times.getMin()),
                    rows.isEmpty() ? null : time(times.getMax()),
                    null);
            return new MemoryFile(staged, rows, rejects, furtherColumns(cells));
        } catch (FileRefusedException refusal) {
            return refused(file, refusal);
        } catch (IOException error) {
            throw unreadable(file, error);
        }
    }

    private static SortedMap<String, String> text(AuditLogRecord at, List<ColumnPlan.Cell> cells) {
        SortedMap<String, String> text = new TreeMap<>();
        Map<String, String> details = new LinkedHashMap<>();
        for (ColumnPlan.Cell cell : cells) {
            if (at.length(cell.index()) == 0) {
                continue;
            }
            if (cell.column() == null) {
                details.put(cell.name(), at.text(cell.index()));
            } else {
                text.put(cell.column(), at.text(cell.index()));
            }
        }
        if (!details.isEmpty()) {
            text.put("details", json(details));
        }
        return text;
    }

    private static SortedSet<String> furtherColumns(List<ColumnPlan.Cell> cells) {
        SortedSet<String> further = new TreeSet<>();
        for (ColumnPlan.Cell cell : cells) {
            if (cell.column() != null && !ColumnPlan.FIXED.contains(cell.column())) {
                further.add(cell.column());
            }
        }
        return further;
    }

    private static String json(Map<String, String> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException error) {
            throw new IllegalStateException(error);
        }
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static MemoryFile refused(FileToLoad file, @Nullable FileRefusedException refusal) {
        return new MemoryFile(new StagedFile(file, 0, 0, null, null, refusal));
    }

    private static WauException unreadable(FileToLoad file, IOException error) {
        return new WauException(
                ErrorCode.STORE_FAILED, "Cannot read " + file.version().key() + ": " + error.getMessage(), error);
    }
}
