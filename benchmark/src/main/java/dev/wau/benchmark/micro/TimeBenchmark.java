package dev.wau.benchmark.micro;

import dev.wau.csv.time.TimeFormat;
import dev.wau.csv.time.TimeFormats;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One time, from bytes to microseconds; the times of a file grow, as they do in an export. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TimeBenchmark {

    private static final int TIMES = 1_000;
    private static final Instant FIRST = Instant.parse("2025-03-29T00:00:00Z");

    /** A format's name or pattern, and its zone. */
    @Param({
        "exporter UTC",
        "iso UTC",
        "exporter Europe/Berlin",
        "epoch-milliseconds UTC",
        "dd.MM.uuuu_HH:mm:ss UTC",
        "dd.MM.uuuu_HH:mm:ss Europe/Berlin"
    })
    public String format = "exporter UTC";

    private TimeFormat time = TimeFormats.central();
    private byte[][] cells = {};

    /** Writes the times. */
    @Setup
    public void write() {
        String name = format.substring(0, format.indexOf(' ')).replace('_', ' ');
        ZoneId zone = ZoneId.of(format.substring(format.indexOf(' ') + 1));
        time = TimeFormats.of(name, zone, TimeFormats.Ambiguous.EARLIER, TimeFormats.Excess.REJECT);
        cells = new byte[TIMES][];
        for (int i = 0; i < TIMES; i++) {
            // 90 s apart: a day and its change of clocks are among them.
            cells[i] = text(name, zone, FIRST.plusSeconds(90L * i)).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Reads all of them. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public long parse() {
        long sum = 0;
        for (byte[] cell : cells) {
            long micros = time.parse(cell, 0, cell.length);
            if (micros == TimeFormat.BAD) {
                throw new IllegalStateException(new String(cell, StandardCharsets.UTF_8));
            }
            sum += micros;
        }
        return sum;
    }

    private static String text(String name, ZoneId zone, Instant time) {
        return switch (name) {
            case "epoch-milliseconds" -> String.valueOf(time.toEpochMilli());
            case "exporter" -> written("uuuu-MM-dd HH:mm:ss", zone, time);
            case "iso" -> written("uuuu-MM-dd'T'HH:mm:ss'Z'", zone, time);
            default -> written(name, zone, time);
        };
    }

    private static String written(String pattern, ZoneId zone, Instant time) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone).format(time);
    }
}
