package dev.wau.proof.convergence;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** What two multisets don't have in common, for a reader. */
final class Differences {

    private Differences() {}

    static List<String> between(SortedMap<String, Integer> expected, SortedMap<String, Integer> found) {
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
