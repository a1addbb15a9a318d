package dev.wau.proof.same;

import dev.wau.aggregate.Aggregator;
import dev.wau.analyse.ReportRules;
import dev.wau.collect.Connectors;
import dev.wau.collect.SourcePlace;
import dev.wau.config.CustomerConfig;
import dev.wau.config.GlueRules;
import dev.wau.config.Policies;
import dev.wau.config.RedshiftRules;
import dev.wau.config.WauConfig;
import dev.wau.csv.Limits;
import dev.wau.csv.ReadRules;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.progress.Progress;
import dev.wau.store.LocalFolder;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.testing.corpus.CsvCase;
import dev.wau.testing.corpus.CsvCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A central bucket of the corpus: its files aggregated, those that are read alike as one customer's; and as they are, for
 * what a central bucket should not have, but might.
 */
final class Traps {

    /** What is refused for its rejects would not reach the warehouses. */
    private static final double ANY = 1;

    private final Path folder;
    private final Map<String, CustomerConfig> customers = new LinkedHashMap<>();

    private Traps(Path folder) {
        this.folder = folder;
    }

    /** @param folder for the files and the bucket */
    static ObjectStore in(Path folder) throws IOException {
        return new Traps(folder).fill();
    }

    private ObjectStore fill() throws IOException {
        ObjectStore central = new LocalFolder(folder.resolve("central"));
        int number = 0;
        for (CsvCase trap : CsvCorpus.cases()) {
            String name = "trap-" + ++number + ".csv";
            byte[] file = trap.file().open().readAllBytes();
            Path source = folder.resolve(customer(trap.rules()).customer().name());
            Files.write(Files.createDirectories(source).resolve(name), file);
            central.createIfAbsent(ObjectKey.aggregated(new Customer("raw"), name), file);
        }
        new Aggregator(
                        config(),
                        central,
                        customer -> Connectors.folders(InstantSource.system()).source(customer.source()),
                        InstantSource.system(),
                        Progress.NONE,
                        1)
                .run();
        return central;
    }

    private CustomerConfig customer(ReadRules rules) {
        String how = rules.dialect() + " " + rules.roles() + " "
                + rules.timeFormat().description() + " " + rules.personalData();
        return customers.computeIfAbsent(how, any -> {
            String name = "reader-" + (customers.size() + 1);
            return new CustomerConfig(
                    new Customer(name),
                    SourcePlace.of(Location.folder(folder.resolve(name)), "*"),
                    rules.dialect(),
                    rules.roles(),
                    rules.timeFormat(),
                    rules.personalData());
        });
    }

    private WauConfig config() {
        Policies standard = Policies.DEFAULT;
        return new WauConfig(
                folder.resolve("wau.yaml"),
                StorePlace.of(Location.folder(folder.resolve("central"))),
                "jdbc:duckdb:",
                GlueRules.NONE,
                RedshiftRules.DEFAULT,
                new Policies(
                        standard.missingCustomers(),
                        standard.sameKey(),
                        standard.duplicates(),
                        standard.columns(),
                        standard.maxColumns(),
                        ANY),
                Limits.DEFAULT,
                ReportRules.DEFAULT,
                new ArrayList<>(customers.values()));
    }
}
