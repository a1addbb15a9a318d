package dev.wau.cli.terminal;

import java.time.Duration;

/** The line that shows a stage, under way and done. Immutable. */
final class StageLine {

    private static final int NAME = 10;
    private static final int BAR = 20;
    private static final double NANOS = 1e9;

    private final Terminal terminal;
    private final String stage;
    private final long totalBytes;
    private final long totalFiles;

    StageLine(Terminal terminal, String stage, long totalBytes, long totalFiles) {
        this.terminal = terminal;
        this.stage = stage;
        this.totalBytes = totalBytes;
        this.totalFiles = totalFiles;
    }

    String underWay(long bytes, long files, long elapsed) {
        double share = share(bytes, files);
        String bar = share < 0 ? "" : bar(share) + "  ";
        String left = share <= 0 ? "" : "  " + duration((long) (elapsed / share - elapsed)) + " left";
        String line = Text.left(stage, NAME) + "  " + counted(files) + "  " + bar + rate(bytes, elapsed) + left;
        return Text.cut(line, Math.min(terminal.width(), 200) - 1, "");
    }

    String done(long bytes, long files, long elapsed) {
        return Text.left(stage, NAME) + "  " + Text.right(Numbers.count(files, "file"), 12) + "  "
                + Text.right(Numbers.bytes(bytes), 7) + "  " + rate(bytes, elapsed) + "  " + duration(elapsed);
    }

    private double share(long bytes, long files) {
        if (totalBytes > 0) {
            return Math.min(1, (double) bytes / totalBytes);
        }
        return totalFiles > 0 ? Math.min(1, (double) files / totalFiles) : -1;
    }

    private String counted(long files) {
        return totalFiles < 0
                ? Numbers.count(files, "file")
                : Numbers.count(files) + " of " + Numbers.count(totalFiles, "file");
    }

    private String bar(double share) {
        String full = Text.left(Bar.of(share, BAR, terminal), BAR);
        return terminal.glyph("▕", "[") + full + terminal.glyph("▏", "]");
    }

    private static String rate(long bytes, long elapsed) {
        return Text.right(Numbers.bytes(elapsed <= 0 ? 0 : (long) (bytes * NANOS / elapsed)) + "/s", 9);
    }

    private static String duration(long nanos) {
        return Numbers.duration(Duration.ofNanos(nanos));
    }
}
