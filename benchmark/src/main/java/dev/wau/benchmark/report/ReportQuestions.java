package dev.wau.benchmark.report;

import dev.wau.analyse.Breakdown;
import dev.wau.analyse.Report;
import dev.wau.analyse.ReportRequest;
import dev.wau.analyse.WindowKind;
import dev.wau.model.Customer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is asked: every report, in several zones, over short and long ranges, of all customers and of one. */
final class ReportQuestions {

    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
    private static final List<String> ZONES = List.of(
            "UTC", "Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia");

    private ReportQuestions() {}

    /**
     * One report with one range.
     *
     * @param requests in each zone
     */
    record Question(String name, List<ReportRequest> requests) {}

    static List<Question> of(List<Report> reports, Customer one) {
        List<Question> questions = new ArrayList<>();
        for (Report report : reports) {
            for (int weeks : new int[] {4, 12, 52, 104}) {
                questions.add(question(report, weeks, null));
                questions.add(question(report, weeks, one));
            }
        }
        if (reports.contains(Report.WEEKLY)) {
            questions.add(more("weekly --rolling", Report.WEEKLY, WindowKind.ROLLING, Breakdown.TOTAL));
            questions.add(more("weekly --by-customer", Report.WEEKLY, WindowKind.CALENDAR, Breakdown.BY_CUSTOMER));
        }
        if (reports.contains(Report.STICKINESS)) {
            questions.add(more("stickiness --rolling", Report.STICKINESS, WindowKind.ROLLING, Breakdown.TOTAL));
        }
        return questions;
    }

    private static Question question(Report report, int weeks, @Nullable Customer customer) {
        List<ReportRequest> requests = ZONES.stream()
                .map(zone -> ReportRequest.of(report).between(from(weeks), LAST).in(ZoneId.of(zone), DayOfWeek.MONDAY))
                .map(request -> customer == null ? request : request.only(customer))
                .toList();
        return new Question(
                report.code() + ", " + weeks + " weeks, " + (customer == null ? "all customers" : "one customer"),
                requests);
    }

    private static Question more(String name, Report report, WindowKind kind, Breakdown breakdown) {
        return new Question(
                String.format(Locale.ROOT, "%s, 104 weeks, all customers", name),
                ZONES.stream()
                        .map(zone -> ReportRequest.of(report)
                                .between(from(104), LAST)
                                .in(ZoneId.of(zone), DayOfWeek.MONDAY)
                                .with(kind)
                                .with(breakdown))
                        .toList());
    }

    private static LocalDate from(int weeks) {
        return LAST.minusWeeks(weeks).plusDays(1);
    }
}
