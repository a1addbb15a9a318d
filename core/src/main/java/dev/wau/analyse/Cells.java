package dev.wau.analyse;

import dev.wau.analyse.ReportColumn.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns and values that several reports share. */
final class Cells {

    /** The completeness columns, the last ones of every report by window. */
    static final List<ReportColumn> COMPLETENESS = List.of(
            shown("completeness", "Completeness", ColumnType.TEXT),
            shown("customers", "Customers", ColumnType.TEXT),
            data("customers_covered", ColumnType.COUNT),
            data("customers_expected", ColumnType.COUNT));

    private Cells() {}

    static ReportColumn shown(String name, String heading, ColumnType type) {
        return new ReportColumn(name, heading, type, Place.EVERYWHERE);
    }

    static ReportColumn data(String name, ColumnType type) {
        return new ReportColumn(name, name.replace('_', ' '), type, Place.DATA_ONLY);
    }

    /** One decimal, half up. */
    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** A part of a whole in percent; null if the whole is zero. */
    static @Nullable Double percent(double part, double whole) {
        return whole == 0 ? null : Double.valueOf(rounded(part * 100 / whole));
    }

    /** The change in percent; null if there was nothing before. */
    static @Nullable Double change(double before, double now) {
        return percent(now - before, before);
    }

    /** The values of {@link #COMPLETENESS} for a window ending with this day. */
    static List<@Nullable Object> completeness(Coverage coverage, LocalDate lastDay) {
        long covered = coverage.covering(lastDay);
        long expected = coverage.expected();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(coverage.complete(lastDay) ? "complete" : "provisional");
        values.add(covered + " of " + expected);
        values.add(covered);
        values.add(expected);
        return values;
    }
}
