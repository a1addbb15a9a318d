package dev.wau.cli.demo;

import dev.wau.model.RejectReason;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the demo planted: counted while the files were made, never by reading them. The story compares it with what wau
 * says.
 *
 * @param first what stands there at the first run
 * @param second what came before the second run
 * @param total what stands there at the end
 * @param traps how often each trap stands there at the end
 * @param rejects records that can't be loaded, by reason, at the end
 * @param layouts headers that differ, in names or in their order
 * @param details names of details in all headers
 * @param weeklyUsers active users by the week's Monday, at the end
 */
record DemoFacts(
        Volume first,
        Volume second,
        Volume total,
        Map<Trap, Long> traps,
        Map<RejectReason, Long> rejects,
        int layouts,
        int details,
        SortedMap<LocalDate, Integer> weeklyUsers) {

    DemoFacts {
        traps = Collections.unmodifiableMap(new EnumMap<>(traps));
        rejects = Collections.unmodifiableMap(new EnumMap<>(rejects));
        weeklyUsers = Collections.unmodifiableSortedMap(new TreeMap<>(weeklyUsers));
    }

    /**
     * How much.
     *
     * @param files in the sources' folders, copies and strangers included
     * @param bytes of them
     * @param records good and bad ones, in files that are audit logs and no copies
     */
    record Volume(int files, long bytes, long records) {
        Volume plus(Volume other) {
            return new Volume(files + other.files, bytes + other.bytes, records + other.records);
        }
    }

    /** How often this trap was planted. */
    long count(Trap trap) {
        return traps.getOrDefault(trap, 0L);
    }

    /** Records that can't be loaded. */
    long rejected() {
        return rejects.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rows that the table must have at the end. */
    long rows() {
        return total.records() - rejected() - count(Trap.REPEATED_EVENT);
    }

    /** The facts of what was written in both phases. */
    static DemoFacts of(Made first, Made second) {
        Made end = first.followedBy(second);
        Map<Trap, Long> traps = new EnumMap<>(end.traps());
        Map<RejectReason, Long> rejects = new EnumMap<>(RejectReason.class);
        Set<String> layouts = new HashSet<>();
        Set<Key> details = new HashSet<>();
        Map<LocalDate, Set<String>> users = new TreeMap<>();
        for (MadeFile file : end.files()) {
            file.tally().traps().forEach((trap, count) -> traps.merge(trap, count, Long::sum));
            file.tally().rejects().forEach((reason, count) -> rejects.merge(reason, count, Long::sum));
            layouts.add(file.columns().header());
            details.addAll(file.columns().keys());
            Set<String> weeks = users.computeIfAbsent(DemoCalendar.monday(file.week()), week -> new HashSet<>());
            file.users().forEach(user -> weeks.add(file.plan().customer().name() + "/" + user));
        }
        traps.put(Trap.IP_ADDRESS_FILE, ipAddressFiles(first) + ipAddressFiles(second));
        details.removeIf(key -> !key.detail());
        SortedMap<LocalDate, Integer> weeklyUsers = new TreeMap<>();
        users.forEach((week, active) -> weeklyUsers.put(week, active.size()));
        return new DemoFacts(
                first.volume(),
                second.volume(),
                end.volume(),
                traps,
                rejects,
                layouts.size(),
                details.size(),
                weeklyUsers);
    }

    /** Both versions of a re-exported file count, since the column leaves each. */
    private static long ipAddressFiles(Made made) {
        return made.traps().getOrDefault(Trap.IP_ADDRESS_FILE, 0L)
                + made.files().stream()
                        .filter(file -> file.columns().keys().contains(Key.IP_ADDRESS))
                        .count();
    }

    /** The good records of re-exported files. */
    static long goodRecords(List<MadeFile> files) {
        return files.stream().mapToLong(file -> file.tally().goodRecords()).sum();
    }
}
