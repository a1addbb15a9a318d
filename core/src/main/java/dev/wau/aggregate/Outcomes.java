package dev.wau.aggregate;

import dev.wau.complete.CustomerOutcome;
import dev.wau.complete.CustomerOutcome.Outcome;
import dev.wau.complete.MarkerFile;
import dev.wau.model.Customer;
import dev.wau.model.Reject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a batch's marker says of customers and files. */
final class Outcomes {

    /** How many rejects a marker names in all. */
    static final int MAX_REJECTS = 200_000;

    private Outcomes() {}

    /** By name: the configured customers, and those that have left the configuration but still wait for their marker. */
    static List<CustomerOutcome> of(List<CustomerEnd> customers, Batch batch) {
        TreeMap<Customer, CustomerOutcome> outcomes = new TreeMap<>();
        for (Customer customer : batch.customers()) {
            if (files(batch, customer) > 0) {
                outcomes.put(customer, outcome(customer, batch, null));
            }
        }
        for (CustomerEnd end : customers) {
            outcomes.put(end.customer(), outcome(end.customer(), batch, end.error()));
        }
        return List.copyOf(outcomes.values());
    }

    /** The batch's files by key. */
    static List<MarkerFile> files(Batch batch) {
        List<MarkerFile> files = new ArrayList<>();
        batch.entries().stream()
                .map(JournalEntry::file)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(MarkerFile::key))
                .forEach(files::add);
        int room = MAX_REJECTS;
        for (int i = 0; i < files.size(); i++) {
            MarkerFile file = files.get(i);
            if (file.rejects().size() > room) {
                files.set(i, withRejects(file, file.rejects().subList(0, room)));
            }
            room -= files.get(i).rejects().size();
        }
        return files;
    }

    private static CustomerOutcome outcome(Customer customer, Batch batch, @Nullable String error) {
        int files = files(batch, customer);
        Outcome copied = files > 0 ? Outcome.COPIED : Outcome.NOTHING_NEW;
        return new CustomerOutcome(customer, error == null ? copied : Outcome.FAILED, files, error);
    }

    private static int files(Batch batch, Customer customer) {
        return (int) batch.of(customer).stream()
                .filter(entry -> entry.file() != null)
                .count();
    }

    private static MarkerFile withRejects(MarkerFile file, List<Reject> rejects) {
        return new MarkerFile(
                file.customer(),
                file.key(),
                file.sourceName(),
                file.bytes(),
                file.sha256(),
                file.version(),
                file.records(),
                file.header(),
                file.firstEvent(),
                file.lastEvent(),
                file.rejected(),
                rejects,
                file.refusal());
    }
}
