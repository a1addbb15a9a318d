package dev.wau.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What two multisets don't have in common, for a reader. */
public final class Differences {

    private Differences() {}

    /** Each row with another number: how often it was expected, how often it is there. */
    public static List<String> between(Map<String, Integer> expected, Map<String, Integer> found) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>(expected.keySet());
        all.addAll(found.keySet());
        for (String row : all) {
            int wanted = expected.getOrDefault(row, 0);
            int there = found.getOrDefault(row, 0);
            if (wanted != there) {
                differences.add(wanted + ", " + there + " x " + row);
            }
        }
        return differences;
    }
}
