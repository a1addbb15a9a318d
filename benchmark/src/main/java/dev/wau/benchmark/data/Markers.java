package dev.wau.benchmark.data;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.complete.MarkerFile;
import dev.wau.complete.MarkerPublisher;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.model.Sha256;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The completion marker that aggregation would have written for a data set's files in a central bucket. */
public final class Markers {

    static final BatchId BATCH = new BatchId("2026-11-23T00-00-00.000Z");
    private static final Instant TIME = Instant.parse("2026-11-23T00:00:00Z");

    private final Dataset dataset;
    private final ObjectStore central;

    /**
     * Of these files.
     *
     * @param central where they stand
     */
    public Markers(Dataset dataset, ObjectStore central) {
        this.dataset = dataset;
        this.central = central;
    }

    /**
     * Publishes it.
     *
     * @param digests of the files, in their order
     */
    public void publish(List<Sha256> digests) {
        List<MarkerFile> files = new ArrayList<>();
        for (DataFile file : dataset.files()) {
            files.add(file(file, digests.get(file.number())));
        }
        List<CustomerOutcome> customers = dataset.customers().stream()
                .map(name -> new CustomerOutcome(
                        new Customer(name), CustomerOutcome.Outcome.COPIED, files(files, new Customer(name)), null))
                .toList();
        central.delete(CompletionMarker.key(BATCH));
        new MarkerPublisher(central).publish(new CompletionMarker(BATCH, TIME, TIME.plusSeconds(1), customers, files));
    }

    private static int files(List<MarkerFile> files, Customer customer) {
        return (int)
                files.stream().filter(file -> file.customer().equals(customer)).count();
    }

    private MarkerFile file(DataFile file, Sha256 sha256) {
        Customer customer = new Customer(file.customer());
        ObjectKey key = ObjectKey.aggregated(customer, file.name());
        StoredObject object = central.find(key).orElseThrow();
        List<Column> columns = file.layout().central();
        Records records = new Records(dataset.shape(), file, columns);
        return new MarkerFile(
                customer,
                key,
                file.name(),
                object.bytes(),
                sha256,
                object.version(),
                dataset.shape().records(),
                columns.stream().map(Column::name).toList(),
                records.time(0),
                records.time(dataset.shape().records() - 1),
                0,
                List.of(),
                null);
    }
}
