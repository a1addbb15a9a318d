package dev.wau.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** What holds for every {@link ReportTable}. */
final class ReportTables {

    private ReportTables() {}

    static void check(ReportTable table) {
        assertThat(table.columns())
                .extracting(ReportColumn::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
        for (var row : table.rows()) {
            assertThat(row).hasSameSizeAs(table.columns());
            for (int index = 0; index < row.size(); index++) {
                Object value = row.get(index);
                if (value != null) {
                    assertThat(value)
                            .isInstanceOf(type(table.columns().get(index).type()));
                }
            }
        }
        ReportTable.Chart chart = table.chart();
        if (chart != null) {
            table.indexOf(chart.label());
            chart.values().forEach(table::indexOf);
        }
    }

    private static Class<?> type(ColumnType type) {
        return switch (type) {
            case DATE -> LocalDate.class;
            case TIME -> OffsetDateTime.class;
            case TEXT -> String.class;
            case COUNT -> Long.class;
            case DECIMAL, PERCENT, CHANGE -> Double.class;
        };
    }
}
