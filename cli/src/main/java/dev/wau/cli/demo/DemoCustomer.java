package dev.wau.cli.demo;

import java.util.List;

/**
 * One of the demo's customers.
 *
 * @param name as in {@code wau.yaml}
 * @param firstWeek when it started to use the product
 * @param users how many it started with
 * @param growth a week, as a share
 * @param workdayStarts hour of the day, in UTC
 * @param format of its exporter
 * @param late whether its last files come late
 */
record DemoCustomer(
        String name, int firstWeek, int users, double growth, int workdayStarts, ExportFormat format, boolean late) {
    /** In an order that has every kind of trap in its first three. */
    static final List<DemoCustomer> ALL = List.of(
            standard("acme", 0, 250, 0.015, 13),
            new DemoCustomer("initech", 0, 130, 0.005, 15, ExportFormat.STANDARD, true),
            new DemoCustomer("nordwind", 0, 110, 0.01, 7, ExportFormat.GERMAN, false),
            standard("contoso", 0, 190, 0.0, 8),
            standard("globex", 0, 210, 0.01, 0),
            standard("hooli", 5, 60, 0.03, 16),
            standard("umbrella", 0, 170, -0.02, 9),
            standard("vandelay", 11, 30, 0.04, 12));

    private static DemoCustomer standard(String name, int firstWeek, int users, double growth, int workdayStarts) {
        return new DemoCustomer(name, firstWeek, users, growth, workdayStarts, ExportFormat.STANDARD, false);
    }

    /** Its place in {@link #ALL}. */
    int index() {
        return ALL.indexOf(this);
    }

    /** Whether it uses the exporter that the product was made for. */
    boolean standardExporter() {
        return format.equals(ExportFormat.STANDARD);
    }
}
