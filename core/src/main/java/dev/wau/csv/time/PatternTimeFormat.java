package dev.wau.csv.time;

import java.util.List;

/** A pattern of fixed parts, compiled to steps: one list of steps for each way through its optional sections. */
final class PatternTimeFormat extends ByteTimeFormat {

    private final TimeStep[][] ways;
    private final TimeZones zones;
    private final TimeFormats.Excess excess;

    PatternTimeFormat(String pattern, List<List<TimeStep>> ways, TimeZones zones, TimeFormats.Excess excess) {
        super("'" + pattern + "'", zones.zone(), TimeFormats.choices(zones.ambiguous(), excess));
        this.ways = ways.stream().map(way -> way.toArray(TimeStep[]::new)).toArray(TimeStep[][]::new);
        this.zones = zones;
        this.excess = excess;
    }

    @Override
    long read(byte[] bytes, int start, int end) {
        for (TimeStep[] way : ways) {
            TimeParts parts = TimeParts.empty();
            if (matches(way, bytes, start, end, parts)) {
                return parts.micros(bytes, zones, excess);
            }
        }
        return TimeFault.NOT_IN_FORMAT.code();
    }

    private static boolean matches(TimeStep[] way, byte[] bytes, int start, int end, TimeParts parts) {
        int at = start;
        for (TimeStep step : way) {
            at = step.read(bytes, at, end, parts);
            if (at == TimeStep.NOT_HERE) {
                return false;
            }
        }
        return at == end;
    }
}
