package dev.wau.analyse;

import dev.wau.analyse.ActivityStore.Basis;
import dev.wau.analyse.ActivityStore.Reach;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers every report from an {@link ActivityStore}. Thread-safe if the store is.
 *
 * <p>Ranges: days are those of the asked zone, both ends inclusive. Calendar windows are whole: every week or month
 * that holds a day of the range; rolling windows end on each day of the range. Without {@code to} the range ends on the
 * day of the newest event (today, if that lies in the future); without {@code from} it is as long as the report's
 * default, but doesn't begin before the first event.
 */
public final class Reports {

    private static final Set<Report> ROLLING = EnumSet.of(Report.WEEKLY, Report.MONTHLY, Report.STICKINESS);
    private static final Set<Report> BY_CUSTOMER = EnumSet.of(Report.WEEKLY, Report.DAILY, Report.MONTHLY);

    private final ActivityStore store;
    private final Clock clock;

    /**
     * @param store where the numbers are
     * @param clock only to tell events dated in the future
     */
    public Reports(ActivityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The report's table.
     *
     * @throws dev.wau.model.WauException INVALID_ARGUMENT for a range or switch that the report doesn't have; NOT_FOUND
     *     for an unknown customer; WAREHOUSE_FAILED
     */
    public ReportTable table(ReportRequest request) {
        check(request);
        Basis basis = store.basis();
        Windows windows = new Windows(request.zone(), request.weekStart());
        Coverage coverage = request.customer() == null
                ? Coverage.of(windows, basis.expected(), basis.unexpected())
                : Coverage.of(windows, reach(basis, request.customer()), List.of());
        LocalDate to = Ranges.to(request, coverage, clock);
        LocalDate from = Ranges.from(request, coverage, to);
        return answer(new Inquiry(store, request, windows, coverage, basis, from, to));
    }

    private static ReportTable answer(Inquiry inquiry) {
        return switch (inquiry.request().report()) {
            case WEEKLY, DAILY, MONTHLY -> new ActiveUsersReport(inquiry).table();
            case STICKINESS -> new StickinessReport(inquiry).table();
            case LIFECYCLE -> new LifecycleReport(inquiry).table();
            case RETENTION -> new RetentionReport(inquiry).table();
            case EVENTS -> new EventsReport(inquiry).table();
            case CUSTOMERS -> new CustomersReport(inquiry).table();
        };
    }

    private static void check(ReportRequest request) {
        Report report = request.report();
        if (request.kind() == WindowKind.ROLLING && !ROLLING.contains(report)) {
            throw invalid(report, "has no rolling windows (weekly, monthly and stickiness have)");
        }
        if (request.breakdown() == Breakdown.BY_CUSTOMER && !BY_CUSTOMER.contains(report)) {
            throw invalid(report, "has no rows by customer (weekly, daily and monthly have)");
        }
    }

    private static WauException invalid(Report report, String rule) {
        return new WauException(ErrorCode.INVALID_ARGUMENT, "Invalid request: report '" + report.code() + "' " + rule);
    }

    private static List<Reach> reach(Basis basis, Customer customer) {
        List<Reach> known = reaches(basis);
        List<Reach> found = known.stream()
                .filter(reach -> reach.customer().equals(customer))
                .toList();
        if (found.isEmpty() && !known.isEmpty()) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "No data of customer '" + customer + "' (loaded: "
                            + known.stream()
                                    .map(reach -> reach.customer().name())
                                    .collect(Collectors.joining(", "))
                            + ")");
        }
        return found;
    }

    /** Every customer with files or expected, by name. */
    static List<Reach> reaches(Basis basis) {
        return Stream.concat(basis.expected().stream(), basis.unexpected().stream())
                .sorted(Comparator.comparing(Reach::customer))
                .toList();
    }
}
