package dev.wau.cli.command;

import dev.wau.analyse.ReportBasis;
import dev.wau.analyse.ReportColumn;
import dev.wau.analyse.ReportColumn.Place;
import dev.wau.analyse.ReportTable;
import dev.wau.cli.terminal.CsvOutput;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Style;
import dev.wau.cli.terminal.Table;
import dev.wau.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints a report: table with bars for a person, CSV, or JSON lines whose last one is the basis. */
public final class ReportOutput {

    private static final String PROVISIONAL = "provisional";

    private final CommandContext context;

    public ReportOutput(CommandContext context) {
        this.context = context;
    }

    /** Prints all of it. */
    public void print(ReportTable report, Format format) {
        switch (format) {
            case TABLE -> table(report);
            case CSV -> csv(report);
            case JSON -> json(report);
        }
    }

    private void table(ReportTable report) {
        Terminal terminal = context.terminal();
        terminal.line(terminal.styled(Style.BOLD, report.title()));
        if (!report.rows().isEmpty()) {
            ReportTable.Chart chart = report.chart();
            boolean drawn = chart != null && chart.values().size() == 1;
            int bar = drawn && chart != null ? report.indexOf(chart.values().get(0)) : -1;
            Table table = columns(report, bar);
            for (List<@Nullable Object> row : report.rows()) {
                table.row(cells(report, row, bar).toArray());
            }
            table.print(terminal);
        }
        context.note("");
        report.notes().forEach(context::note);
        context.note(sentence(report.basis()));
    }

    private static Table columns(ReportTable report, int bar) {
        Table table = new Table();
        for (int i = 0; i < report.columns().size(); i++) {
            ReportColumn column = report.columns().get(i);
            if (i == bar) {
                table.bar("");
            }
            if (shown(column)) {
                switch (column.alignment()) {
                    case LEFT -> table.text(column.heading());
                    case RIGHT -> table.number(column.heading());
                }
            }
        }
        return table.text("");
    }

    private static List<@Nullable Object> cells(ReportTable report, List<@Nullable Object> row, int bar) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (i == bar) {
                cells.add(row.get(i));
            }
            ReportColumn column = report.columns().get(i);
            if (shown(column)) {
                cells.add(text(column, row.get(i)));
            }
        }
        cells.add(provisional(report, row));
        return cells;
    }

    /** Completeness has one cell at the end, and only where there is something to say. */
    private static boolean shown(ReportColumn column) {
        boolean completeness =
                column.name().equals("completeness") || column.name().equals("customers");
        return column.place() != Place.DATA_ONLY && !completeness;
    }

    private static String provisional(ReportTable report, List<@Nullable Object> row) {
        if (!row.contains(PROVISIONAL)) {
            return "";
        }
        String word = report.basis().customersExpected() == 1 ? " customer" : " customers";
        return row.get(report.indexOf("customers")) + word + ": provisional";
    }

    private static @Nullable Object text(ReportColumn column, @Nullable Object value) {
        if (!(value instanceof Double number)) {
            return value;
        }
        return switch (column.type()) {
            case CHANGE -> String.format(Locale.ROOT, "%+.1f %%", number);
            case PERCENT -> String.format(Locale.ROOT, "%.1f %%", number);
            default -> number;
        };
    }

    private static String sentence(ReportBasis basis) {
        String sentence = basis.sentence();
        return Character.toUpperCase(sentence.charAt(0))
                + sentence.substring(1)
                + (basis.complete() || basis.coveredTo() == null ? "" : " (provisional)");
    }

    private void csv(ReportTable report) {
        List<String> header = report.columns().stream().map(ReportColumn::name).toList();
        try (CsvOutput csv = CsvOutput.to(context.terminal(), header)) {
            report.rows().forEach(csv::record);
        }
        context.note(sentence(report.basis()));
    }

    private void json(ReportTable report) {
        try (JsonOutput json = JsonOutput.to(context.terminal())) {
            for (List<@Nullable Object> row : report.rows()) {
                json.object(report.report().code());
                for (int i = 0; i < row.size(); i++) {
                    json.field(report.columns().get(i).name(), row.get(i));
                }
                json.end();
            }
            ReportBasis basis = report.basis();
            json.object("basis")
                    .field("title", report.title())
                    .field("files", basis.files())
                    .field("batches", basis.batches())
                    .field("customers_covered", basis.customersCovered())
                    .field("customers_expected", basis.customersExpected())
                    .field("covered_to", basis.coveredTo())
                    .field("complete", basis.complete())
                    .field("zone", basis.zoneName())
                    .field("week_start", basis.weekStart().name().toLowerCase(Locale.ROOT))
                    .end();
        }
    }
}
