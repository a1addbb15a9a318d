package dev.wau.cli.demo;

import dev.wau.cli.demo.PlannedExport.Kind;
import dev.wau.model.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes one version of one file in memory, as its exporter would. */
final class Export {
    /** Files before these weeks of the calendar don't have the column yet. */
    private static final int CUSTOMER_SINCE = 4;

    private static final int IDENTIFIER_SINCE = 9;
    private static final double WITH_IP_ADDRESS = 0.45;

    private final PlannedExport plan;
    private final ExportFormat format;
    private final EventCells cells;
    private final Dice dice;
    private final int week;
    private final Phase version;
    private final Tally tally = new Tally();
    private final long exporterKeys;

    private Export(PlannedExport plan, int week, Phase version, Dice demo) {
        this.plan = plan;
        this.format = plan.customer().format();
        this.cells = new EventCells(format);
        this.week = week;
        this.version = version;
        this.dice = plan.dice(demo, version);
        this.exporterKeys = exporterKeys();
    }

    /** A file's bytes and what is in them. */
    record Result(MadeFile file, CsvBytes content) {}

    /**
     * Makes the file.
     *
     * @param week of the calendar
     * @param weekEvents the customer's events of that week, by time
     * @param version which of a re-exported file's versions
     */
    static Result make(PlannedExport plan, int week, List<DemoEvent> weekEvents, Phase version, Dice demo) {
        return new Export(plan, week, version, demo).make(weekEvents);
    }

    private Result make(List<DemoEvent> weekEvents) {
        List<DemoEvent> events = window(weekEvents);
        long union = exporterKeys & ~Key.set(Key.IP_ADDRESS);
        for (DemoEvent event : events) {
            union |= keys(event);
        }
        Columns columns = Columns.shuffled(union, format, dice.at(3));
        CsvBytes out = new CsvBytes(format);
        columns.writeHeader(out);
        for (int i = 0; i < events.size(); i++) {
            if (i == events.size() / 2) {
                damage(columns, events.get(i), out, false);
            }
            record(events.get(i), columns, out, i);
        }
        damage(columns, events.get(0), out, true);
        countFile(columns);
        return new Result(new MadeFile(plan, week, out.size(), columns, tally), out);
    }

    private List<DemoEvent> window(List<DemoEvent> weekEvents) {
        List<DemoEvent> events = new ArrayList<>();
        for (DemoEvent event : weekEvents) {
            if (event.second() >= plan.from() && event.second() < plan.to()) {
                events.add(event);
            }
        }
        return plan.kind() == Kind.REEXPORTED && version == Phase.FIRST ? asFirstExported(events) : events;
    }

    /** The first export missed some events, had some that were withdrawn later, and said some things otherwise. */
    private static List<DemoEvent> asFirstExported(List<DemoEvent> events) {
        List<DemoEvent> first = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            DemoEvent event = events.get(i);
            boolean otherwise = i % 40 == 7;
            if (i % 25 != 3) {
                first.add(
                        otherwise
                                ? new DemoEvent(
                                        event.second(),
                                        event.user(),
                                        event.type(),
                                        event.dice().at(5))
                                : event);
            }
            if (i % 60 == 11) {
                first.add(new DemoEvent(
                        event.second(),
                        event.user(),
                        EventType.LOGOUT,
                        event.dice().at(6)));
            }
        }
        return first;
    }

    private void record(DemoEvent event, Columns columns, CsvBytes out, int index) {
        long keys = keys(event);
        for (int i = 0; i < columns.count(); i++) {
            out.cell(cell(columns.key(i), keys, event, index));
        }
        boolean lineBreak = out.endRecord();
        if (event.shadowsTime()) {
            tally.reject(RejectReason.BAD_TIME);
            tally.trap(Trap.SHADOWED_TIME, 1);
        } else {
            tally.good(event);
            count(event, lineBreak);
        }
    }

    private String cell(Key key, long keys, DemoEvent event, int index) {
        if (!key.in(keys)) {
            return "";
        }
        if (key == Key.CUSTOMER && !key.in(event.keys())) {
            return plan.customer().name();
        }
        if (key == Key.UNIQUE_IDENTIFIER && !key.in(event.keys())) {
            return new UUID(dice.at(4).at(index).seed(), dice.at(5).at(index).seed()).toString();
        }
        return cells.of(key, event);
    }

    /** The keys of one exported event: its own, and what this exporter adds at this time. */
    private long keys(DemoEvent event) {
        long added = event.user() == null ? exporterKeys & ~Key.IP_ADDRESS.bit() : exporterKeys;
        return event.keys() | added;
    }

    private long exporterKeys() {
        boolean standard = plan.customer().standardExporter();
        long keys = 0;
        keys |= standard && week >= CUSTOMER_SINCE ? Key.CUSTOMER.bit() : 0;
        keys |= standard && week >= IDENTIFIER_SINCE ? Key.UNIQUE_IDENTIFIER.bit() : 0;
        keys |= standard && dice.at(1).chance(WITH_IP_ADDRESS) ? Key.IP_ADDRESS.bit() : 0;
        return keys;
    }

    private void damage(Columns columns, DemoEvent sample, CsvBytes out, boolean atEnd) {
        plan.damage().filter(reason -> Damage.endsFile(reason) == atEnd).ifPresent(reason -> {
            DemoEvent nobodys = new DemoEvent(sample.second(), null, EventType.BACKUP_COMPLETED, dice.at(2));
            Damage.write(reason, nobodys, columns, out);
            tally.reject(reason);
        });
    }

    /** An event that another file has too is counted as repeated and nothing else. */
    private void count(DemoEvent event, boolean lineBreak) {
        if (plan.repeats(event.second())) {
            tally.trap(Trap.REPEATED_EVENT, 1);
            return;
        }
        long own = event.type().keys();
        tally.trap(Trap.SHADOWED_CUSTOMER, Key.CUSTOMER.in(own) ? 1 : 0);
        tally.trap(Trap.SHADOWED_IDENTIFIER, Key.UNIQUE_IDENTIFIER.in(own) ? 1 : 0);
        tally.trap(Trap.JSON_CELL, (own & Key.set(Key.CHANGES, Key.PAYLOAD)) != 0 ? 1 : 0);
        tally.trap(Trap.LINE_BREAK, lineBreak ? 1 : 0);
        tally.trap(Trap.OTHER_EXPORTER_EVENT, plan.customer().standardExporter() ? 0 : 1);
    }

    private void countFile(Columns columns) {
        tally.trap(Trap.OVERLAPPING_EXPORT, plan.to() > plan.ownUntil() ? 1 : 0);
        tally.trap(Trap.NO_IDENTIFIER_FILE, columns.keys().contains(Key.UNIQUE_IDENTIFIER) ? 0 : 1);
        tally.trap(Trap.OTHER_EXPORTER_FILE, plan.customer().standardExporter() ? 0 : 1);
        tally.trap(Trap.LATE_FILE, plan.customer().late() && plan.phase() == Phase.SECOND ? 1 : 0);
    }
}
