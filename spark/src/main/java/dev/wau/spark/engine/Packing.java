package dev.wau.spark.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Shares files among tasks by size. A file costs its bytes, and its opening as much as so many more.
 *
 * @param cores that work at a time
 */
record Packing(int cores) {

    /** What a task reads where there is much to read: so much takes a core some seconds. */
    static final long TASK = 96L << 20;

    /** Less than this isn't worth a task of its own. */
    static final long LEAST = 4L << 20;

    /** What an opening costs: the time of a request, in bytes that are read meanwhile. */
    static final long OPENING = 64L << 10;

    private static final class Bin {
        private final List<TaskFile> files = new ArrayList<>();
        private long cost;

        void add(TaskFile file) {
            files.add(file);
            cost += cost(file);
        }
    }

    /**
     * Largest first, each to the task that has least: no task has more than twice what the fullest must have. Tasks come
     * in the order in which they should begin, and files in the order in which they should be read.
     */
    List<TaskFiles> pack(List<TaskFile> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        long cost = files.stream().mapToLong(Packing::cost).sum();
        PriorityQueue<Bin> least = new PriorityQueue<>(Comparator.comparingLong((Bin bin) -> bin.cost));
        Stream.generate(Bin::new).limit(tasks(cost, files.size())).forEach(least::add);
        Comparator<TaskFile> size = Comparator.comparingLong(TaskFile::bytesToRead);
        files.stream().sorted(size.reversed()).forEach(file -> {
            Bin bin = least.remove();
            bin.add(file);
            least.add(bin);
        });
        Comparator<Bin> order = Comparator.comparingLong((Bin bin) -> bin.cost).reversed();
        return least.stream()
                .filter(bin -> !bin.files.isEmpty())
                .sorted(order)
                .map(bin -> new TaskFiles(bin.files))
                .toList();
    }

    private int tasks(long cost, int files) {
        long full = (cost + TASK - 1) / TASK;
        long worthwhile = Math.min(cores, (cost + LEAST - 1) / LEAST);
        return (int) Math.max(1, Math.min(files, Math.max(full, worthwhile)));
    }

    private static long cost(TaskFile file) {
        return file.bytesToRead() + OPENING;
    }
}
