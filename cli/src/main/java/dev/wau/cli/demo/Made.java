package dev.wau.cli.demo;

import dev.wau.cli.demo.DemoFacts.Volume;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was written in one phase.
 *
 * @param files exports, in the order of customers and windows
 * @param extraFiles copies and strangers
 * @param extraBytes of them
 * @param traps those that aren't in one file's tally
 */
record Made(List<MadeFile> files, int extraFiles, long extraBytes, Map<Trap, Long> traps) {
    /** Nothing. */
    static final Made NOTHING = new Made(List.of(), 0, 0, Map.of());

    Made {
        files = List.copyOf(files);
        traps = Map.copyOf(traps);
    }

    Volume volume() {
        long bytes = files.stream().mapToLong(MadeFile::bytes).sum();
        long records = files.stream().mapToLong(file -> file.tally().records()).sum();
        return new Volume(files.size() + extraFiles, bytes + extraBytes, records);
    }

    /** Both together, in the same phase. */
    Made and(Made other) {
        List<MadeFile> all = new ArrayList<>(files);
        all.addAll(other.files);
        return new Made(all, extraFiles + other.extraFiles, extraBytes + other.extraBytes, sum(traps, other.traps));
    }

    /** What stands there when the other came after this: its versions take the place of this one's. */
    Made followedBy(Made later) {
        List<PlannedExport> replaced = later.files.stream().map(MadeFile::plan).toList();
        List<MadeFile> before =
                files.stream().filter(file -> replaced.contains(file.plan())).toList();
        List<MadeFile> after = later.files.stream()
                .filter(file -> file.plan().kind() == PlannedExport.Kind.REEXPORTED)
                .toList();
        List<MadeFile> stay = new ArrayList<>(files);
        stay.removeAll(before);
        Map<Trap, Long> counts = new EnumMap<>(Trap.class);
        counts.put(Trap.REEXPORTED_FILE, (long) after.size());
        counts.put(Trap.REEXPORTED_BEFORE, DemoFacts.goodRecords(before));
        counts.put(Trap.REEXPORTED_AFTER, DemoFacts.goodRecords(after));
        return new Made(stay, extraFiles, extraBytes, sum(traps, counts)).and(later);
    }

    private static Map<Trap, Long> sum(Map<Trap, Long> some, Map<Trap, Long> others) {
        Map<Trap, Long> sum = new EnumMap<>(Trap.class);
        some.forEach((trap, count) -> sum.merge(trap, count, Long::sum));
        others.forEach((trap, count) -> sum.merge(trap, count, Long::sum));
        return sum;
    }
}
