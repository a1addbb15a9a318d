package dev.wau.benchmark.report;

import dev.wau.analyse.Report;
import dev.wau.analyse.ReportRequest;
import dev.wau.analyse.ReportTable;
import dev.wau.analyse.Reports;
import dev.wau.benchmark.report.ReportQuestions.Question;
import dev.wau.load.Warehouse;
import dev.wau.model.Customer;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import dev.wau.warehouse.activity.JdbcActivityStore;
import java.io.PrintWriter;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks each question in each zone, several times, and tells the medians and the 95th percentiles. */
public final class ReportTimes {

    private static final Clock NOW = Clock.fixed(Instant.parse("2025-07-01T12:00:00Z"), ZoneOffset.UTC);

    private final String url;
    private final Customer customer;
    private final int rounds;
    private final PrintWriter log;

    /**
     * @param url of the warehouse
     * @param customer who is asked for alone
     * @param rounds how often each question is asked in each zone, after a first time that isn't counted
     * @param log told each question's times as they come
     */
    public ReportTimes(String url, Customer customer, int rounds, PrintWriter log) {
        this.url = url;
        this.customer = customer;
        this.rounds = rounds;
        this.log = log;
    }

    /** What answers. */
    public enum By {
        /** The warehouse's own store. */
        ROLLUP,
        /** All rows, counted by SQL. */
        SCAN
    }

    /** The table of times, as Markdown. The warehouse is opened for every answer, and that is counted. */
    public String table(List<Report> reports, By by) {
        StringBuilder text = new StringBuilder("| report | p50 ms | p95 ms | most ms |\n|---|---:|---:|---:|\n");
        List<Double> all = new ArrayList<>();
        for (Question question : ReportQuestions.of(reports, customer)) {
            List<Double> millis = millis(question, by);
            all.addAll(millis);
            text.append(row(question.name(), millis));
            log.print(row(question.name(), millis));
            log.flush();
        }
        return text.append(row("all", all)).toString();
    }

    /** Whether both ways give the same tables; throws where they don't. */
    public long compare(List<Report> reports) {
        long compared = 0;
        for (Question question : ReportQuestions.of(reports, customer)) {
            for (ReportRequest request : question.requests()) {
                ReportTable rolledUp = answer(request, By.ROLLUP);
                ReportTable scanned = answer(request, By.SCAN);
                if (!rolledUp.equals(scanned)) {
                    throw new IllegalStateException("The rollup's answer is another than the scan's: " + request);
                }
                compared++;
            }
            log.println("the same: " + question.name());
        }
        return compared;
    }

    private List<Double> millis(Question question, By by) {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            for (ReportRequest request : question.requests()) {
                long begin = System.nanoTime();
                answer(request, by);
                if (round > 0) {
                    millis.add((System.nanoTime() - begin) / 1e6);
                }
            }
        }
        return millis;
    }

    private ReportTable answer(ReportRequest request, By by) {
        if (by == By.SCAN) {
            return new Reports(new JdbcActivityStore(() -> DriverManager.getConnection(url)), NOW).table(request);
        }
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_ONLY)) {
            return new Reports(warehouse.activity(), NOW).table(request);
        }
    }

    private static String row(String name, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f |%n",
                name,
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 100));
    }

    /** The least number that so many of a hundred aren't above. */
    private static double percentile(List<Double> sorted, int percent) {
        int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
        return sorted.get(Math.max(0, rank - 1));
    }
}
