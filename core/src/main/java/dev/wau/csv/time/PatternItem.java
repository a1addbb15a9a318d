package dev.wau.csv.time;

import java.util.ArrayList;
import java.util.List;

/**
 * One part of a {@link java.time.format.DateTimeFormatter} pattern.
 *
 * @param letter the pattern letter, {@code [} or {@code ]}, or {@link #TEXT}
 * @param count how often the letter stands
 * @param text of a separator or quoted text; empty for letters
 */
record PatternItem(char letter, int count, String text) {

    static final char TEXT = '\0';

    /** A valid pattern's parts in order. */
    static List<PatternItem> parse(String pattern) {
        List<PatternItem> items = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int end = c == '\'' ? endOfQuote(pattern, at) : isLetter(c) ? endOfRun(pattern, at) : at + 1;
            items.add(item(pattern.substring(at, end)));
            at = end;
        }
        return items;
    }

    /** The ways through the optional sections, the fullest first. */
    static List<List<PatternItem>> ways(List<PatternItem> items) {
        int open = indexOf(items, '[');
        if (open < 0) {
            return List.of(items.stream().filter(item -> item.letter != ']').toList());
        }
        int close = close(items, open);
        List<PatternItem> with = new ArrayList<>(items);
        if (close < items.size()) {
            with.remove(close);
        }
        with.remove(open);
        List<PatternItem> without = new ArrayList<>(items.subList(0, open));
        without.addAll(items.subList(Math.min(close + 1, items.size()), items.size()));
        List<List<PatternItem>> ways = new ArrayList<>(ways(with));
        ways.addAll(ways(without));
        return ways;
    }

    private static PatternItem item(String part) {
        char first = part.charAt(0);
        if (isLetter(first)) {
            return new PatternItem(first, part.length(), "");
        }
        if (first == '[' || first == ']') {
            return new PatternItem(first, 1, "");
        }
        if (first != '\'') {
            return new PatternItem(TEXT, 1, part);
        }
        String quoted = part.substring(1, part.length() - 1).replace("''", "'");
        return new PatternItem(TEXT, 1, quoted.isEmpty() ? "'" : quoted);
    }

    private static int close(List<PatternItem> items, int open) {
        int depth = 0;
        for (int i = open; i < items.size(); i++) {
            depth += items.get(i).letter == '[' ? 1 : items.get(i).letter == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return items.size();
    }

    private static int indexOf(List<PatternItem> items, char letter) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).letter == letter) {
                return i;
            }
        }
        return -1;
    }

    private static int endOfRun(String pattern, int at) {
        int end = at;
        while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(at)) {
            end++;
        }
        return end;
    }

    private static int endOfQuote(String pattern, int at) {
        int end = at + 1;
        while (pattern.charAt(end) != '\'' || (end + 1 < pattern.length() && pattern.charAt(end + 1) == '\'')) {
            end += pattern.charAt(end) == '\'' ? 2 : 1;
        }
        return end + 1;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
