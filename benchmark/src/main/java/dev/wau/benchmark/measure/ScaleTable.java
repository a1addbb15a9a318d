package dev.wau.benchmark.measure;

import java.util.List;
import java.util.Locale;

/** How time and memory grow with the input, as a Markdown table. */
public final class ScaleTable {

    private ScaleTable() {}

    /**
     * One size.
     *
     * @param warehouse kind
     * @param files how many
     * @param bytes of all files
     * @param records of all files
     * @param samples of the way at this size
     */
    public record Point(String warehouse, int files, long bytes, long records, Samples samples) {}

    /** The table. */
    public static String of(List<Point> points) {
        StringBuilder text = new StringBuilder("""
                | warehouse | files | MB | records | s | CPU s | peak MiB | MB/s | files/s |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|
                """);
        points.forEach(point -> text.append(row(point)));
        return text.toString();
    }

    private static String row(Point point) {
        double seconds = point.samples().median();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,.1f | %,d | %.2f | %.2f | %.0f | %.1f | %.1f |%n",
                point.warehouse(),
                point.files(),
                point.bytes() / 1e6,
                point.records(),
                seconds,
                point.samples().cpuMedian(),
                point.samples().peakBytes() / (double) (1 << 20),
                point.bytes() / 1e6 / seconds,
                point.files() / seconds);
    }
}
