package dev.wau.benchmark.measure;

import java.util.List;
import java.util.Locale;

/** Measurements as a Markdown table: ours first, then the peers with how much longer they take. */
public final class MarkdownTable {

    private MarkdownTable() {}

    /**
     * The table.
     *
     * @param samples ours, then the peers
     */
    public static String of(List<Samples> samples) {
        Samples ours = samples.get(0);
        StringBuilder table = new StringBuilder("""
                | way | median s | least s | most s | first run s | median / ours |
                |---|---:|---:|---:|---:|---:|
                """);
        for (Samples way : samples) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                    way.name(),
                    way.median(),
                    way.least(),
                    way.most(),
                    way.first(),
                    way.median() / ours.median()));
        }
        return table.toString();
    }
}
