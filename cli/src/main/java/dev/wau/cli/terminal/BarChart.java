package dev.wau.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Horizontal bars from zero, one a line: label, bar, number, change against the bar before, note. A provisional bar is
 * dim, says so, and takes part in no change. Not thread-safe.
 */
public final class BarChart {

    private static final int WIDEST = 48;
    private static final int NARROWEST = 8;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String label, long value, String note, Standing standing) {}

    private enum Standing {
        FINAL,
        PROVISIONAL
    }

    /** A bar whose number stands. */
    public BarChart bar(String label, long value) {
        entries.add(new Entry(Text.line(label), value, change(value), Standing.FINAL));
        return this;
    }

    /** A bar whose number may still change, and why: {@code 7 of 8 customers}. */
    public BarChart provisional(String label, long value, String why) {
        entries.add(new Entry(Text.line(label), value, Text.line(why) + ": provisional", Standing.PROVISIONAL));
        return this;
    }

    /** Prints it, never wider than the terminal. */
    public void print(Terminal terminal) {
        int label = widest(entries.stream().map(Entry::label).toList());
        int number = widest(
                entries.stream().map(entry -> Numbers.count(entry.value())).toList());
        int note = widest(entries.stream().map(Entry::note).toList());
        int room = Math.min(terminal.width(), 120) - label - number - note - 8;
        int bar = Math.max(NARROWEST, Math.min(WIDEST, room));
        long most = entries.stream().mapToLong(Entry::value).max().orElse(0);
        for (Entry entry : entries) {
            double share = most == 0 ? 0 : (double) entry.value() / most;
            String drawn = Text.left(Bar.of(share, bar, terminal), bar);
            boolean stands = entry.standing() == Standing.FINAL;
            terminal.line((Text.left(entry.label(), label) + "  "
                            + terminal.styled(stands ? Style.ACCENT : Style.DIM, drawn) + "  "
                            + Text.right(Numbers.count(entry.value()), number) + "   "
                            + terminal.styled(stands ? Style.PLAIN : Style.AMBER, entry.note()))
                    .stripTrailing());
        }
    }

    private String change(long value) {
        if (entries.isEmpty() || entries.get(entries.size() - 1).standing() == Standing.PROVISIONAL) {
            return "";
        }
        return Numbers.change((double) entries.get(entries.size() - 1).value(), (double) value);
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(Text::width).max().orElse(0);
    }
}
