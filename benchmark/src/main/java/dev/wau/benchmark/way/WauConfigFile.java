package dev.wau.benchmark.way;

import dev.wau.benchmark.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code wau.yaml} of a data set: every policy, limit and rule is the default. */
final class WauConfigFile {

    private WauConfigFile() {}

    /** Writes it into the folder. */
    static Path write(Path folder, Dataset dataset, Path central, String warehouse) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("central: \"" + central.toAbsolutePath() + "\"");
        lines.add("warehouse: \"" + warehouse + "\"");
        lines.add("customers:");
        for (String customer : dataset.customers()) {
            lines.add("  " + customer + ":");
            lines.add("    source: \"" + dataset.sources().toAbsolutePath().resolve(customer) + "\"");
        }
        return Files.write(folder.resolve("wau.yaml"), lines);
    }
}
