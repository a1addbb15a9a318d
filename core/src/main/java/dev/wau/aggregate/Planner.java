package dev.wau.aggregate;

import dev.wau.config.WauConfig;
import dev.wau.csv.AuditLogReader;
import dev.wau.model.FileRefusedException;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says what a run would do. Reads the headers of new and changed files, and writes nothing. */
final class Planner {

    private final WauConfig config;

    Planner(WauConfig config) {
        this.config = config;
    }

    AggregatePlan plan(List<CustomerWork> customers, Batch batch) {
        long pending =
                batch.entries().stream().filter(entry -> entry.file() != null).count();
        return new AggregatePlan(customers.stream().map(this::plan).toList(), pending);
    }

    private AggregatePlan.PlannedCustomer plan(CustomerWork work) {
        Set<String> known = new HashSet<>(work.ledger().columns());
        List<AggregatePlan.PlannedFile> files = new ArrayList<>();
        for (FileWork file : work.files()) {
            files.add(plan(file, known));
        }
        return new AggregatePlan.PlannedCustomer(work.customer(), files, work.unchanged(), work.error());
    }

    private AggregatePlan.PlannedFile plan(FileWork work, Set<String> known) {
        List<String> added = new ArrayList<>();
        String refusal = null;
        try (InputStream bytes = work.customer().source().read(work.file());
                AuditLogReader reader = AuditLogReader.open(bytes, FileCopier.rules(config, work), reject -> {})) {
            for (String column : CentralColumns.of(reader.layout()).header()) {
                if (known.add(column)) {
                    added.add(column);
                }
            }
        } catch (FileRefusedException e) {
            refusal = e.reason().code() + ": " + e.messageWithoutHeader();
        } catch (WauException | IOException e) {
            refusal = "unreadable: " + e.getMessage();
        }
        return new AggregatePlan.PlannedFile(
                work.file().name(), work.change(), work.file().bytes(), added, refusal);
    }
}
