package dev.wau.benchmark.measure;

import java.util.Locale;

/** A comparison as a Markdown table: ours first, then the peers with how much longer they take. */
public final class MarkdownTable {

    private MarkdownTable() {}

    /** The table. */
    public static String of(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "## %s%n%n%,d files, %,d bytes, %,d records.%n%n",
                comparison.title(),
                comparison.shape().files(),
                comparison.bytes(),
                comparison.shape().totalRecords()));
        text.append("| way | median s | least | most | first | CPU s | peak MiB | times ours | CPU times ours |\n");
        text.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        comparison.samples().forEach(way -> text.append(row(comparison, way)));
        text.append('\n');
        comparison.samples().forEach(way -> text.append("- `" + way.name() + "`: " + way.description() + ".\n"));
        return text.append('\n').toString();
    }

    private static String row(Comparison comparison, Samples way) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %.2f | %.2f | %.2f | %.2f | %s | %s | %.2f | %s |%n",
                way.name(),
                way.median(),
                way.least(),
                way.most(),
                way.first(),
                known(way.cpuMedian(), "%.2f"),
                known(way.peakBytes() / (double) (1 << 20), "%.0f"),
                comparison.ratio(way),
                known(way.cpuMedian() / comparison.ours().cpuMedian(), "%.2f"));
    }

    private static String known(double value, String format) {
        return value == 0 || !Double.isFinite(value) ? "" : String.format(Locale.ROOT, format, value);
    }
}
