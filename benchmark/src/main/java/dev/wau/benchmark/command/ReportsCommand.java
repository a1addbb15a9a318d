package dev.wau.benchmark.command;

import dev.wau.analyse.Report;
import dev.wau.benchmark.report.FilledWarehouse;
import dev.wau.benchmark.report.ReportTimes;
import dev.wau.benchmark.report.ReportTimes.By;
import dev.wau.model.Customer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./benchmark/run reports}. */
@Command(
        name = "reports",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Measures every report beside years of events, in six zones, over 4 to 104 weeks, for all customers and"
                        + " for one. The warehouse is made once and kept; each answer opens it anew, and that is counted.")
final class ReportsCommand implements Callable<Integer> {

    @Option(names = "--customers", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
    int customers = 200;

    @Option(names = "--users", paramLabel = "N", description = "of a customer, on average (default: ${DEFAULT-VALUE})")
    int users = 500;

    @Option(names = "--days", paramLabel = "N", description = "to 2025-06-30 (default: ${DEFAULT-VALUE})")
    int days = 730;

    @Option(names = "--rounds", paramLabel = "N", description = "of each question and zone (default: ${DEFAULT-VALUE})")
    int rounds = 5;

    @Option(names = "--report", split = ",", paramLabel = "NAME", description = "several with commas (default: all)")
    Set<Report> reports = EnumSet.allOf(Report.class);

    @Option(names = "--by", paramLabel = "WAY", description = "rollup (default) or scan: all rows, by SQL")
    By by = By.ROLLUP;

    @Option(names = "--compare", description = "compares the rollup's answers with the scan's instead")
    boolean compare;

    @Option(
            names = "--warehouse",
            paramLabel = "URL",
            description = "an empty one, or one made before (default: a DuckDB file in the work folder)")
    @Nullable
    String warehouse;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Override
    public Integer call() throws Exception {
        Ranges.require("--customers", customers, 1, 10_000);
        Ranges.require("--users", users, FilledWarehouse.LEAST_USERS, 1_000_000);
        Ranges.require("--days", days, 1, 3_650);
        Ranges.require("--rounds", rounds, 1, 1_000);
        PrintWriter log = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        String url = url();
        new FilledWarehouse(customers, users, days).make(url);
        ReportTimes times = new ReportTimes(url, customer(), rounds, log);
        if (compare) {
            log.printf(Locale.ROOT, "%d answers are the same.%n", times.compare(new ArrayList<>(reports)));
        } else {
            System.out.print(times.table(new ArrayList<>(reports), by));
        }
        return 0;
    }

    /** The one that is asked for alone. */
    private Customer customer() {
        return FilledWarehouse.customer(Math.min(7, customers - 1));
    }

    private String url() throws IOException {
        if (warehouse != null) {
            return warehouse;
        }
        Files.createDirectories(place.data());
        return "jdbc:duckdb:" + place.data().resolve("reports-" + customers + "-" + users + "-" + days + ".duckdb");
    }
}
