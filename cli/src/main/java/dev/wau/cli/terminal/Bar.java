package dev.wau.cli.terminal;

/** A bar in eighths of a column; whole {@code #} where block glyphs can't be shown. */
final class Bar {

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

    private Bar() {}

    /** A bar for this share (0 to 1) of so many columns, without blanks after it. */
    static String of(double share, int columns, Terminal terminal) {
        double bounded = Math.max(0, Math.min(1, share));
        if (!terminal.settings().unicode()) {
            return "#".repeat((int) Math.round(bounded * columns));
        }
        int eighths = (int) Math.round(bounded * columns * 8);
        String rest = eighths % 8 == 0 ? "" : String.valueOf(EIGHTHS.charAt(eighths % 8));
        return "█".repeat(eighths / 8) + rest;
    }
}
