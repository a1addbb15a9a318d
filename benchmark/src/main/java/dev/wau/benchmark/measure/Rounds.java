package dev.wau.benchmark.measure;

import dev.wau.benchmark.way.Way;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Runs ways in turn: each peer, then ours, and so on, so that what the machine does beside hits all of them alike. */
public final class Rounds {

    private final Path work;
    private final PrintWriter log;

    /**
     * Rounds.
     *
     * @param work for what the ways make; a folder of this process alone
     * @param log is told every run
     */
    public Rounds(Path work, PrintWriter log) {
        this.work = work;
        this.log = log;
    }

    /**
     * Measures.
     *
     * @param input is read once before, so that every way finds it in the page cache
     * @param runs of each way after its first
     * @param expected records that every run has to bring to their place
     * @return one for each way: ours, then the peers in their order
     */
    public List<Samples> run(List<Path> input, Way ours, List<Way> peers, int runs, long expected) throws Exception {
        read(input);
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round <= runs; round++) {
            for (Way way : turn(ours, peers)) {
                seconds.computeIfAbsent(way.name(), name -> new ArrayList<>()).add(once(way, round, expected));
            }
        }
        List<Samples> samples = new ArrayList<>();
        for (Way way : Stream.concat(Stream.of(ours), peers.stream()).toList()) {
            List<Double> all = seconds.getOrDefault(way.name(), List.of());
            samples.add(new Samples(way.name(), way.description(), expected, all.get(0), all.subList(1, all.size())));
        }
        return samples;
    }

    /** Ours after each peer. */
    private static List<Way> turn(Way ours, List<Way> peers) {
        return peers.isEmpty()
                ? List.of(ours)
                : peers.stream().flatMap(peer -> Stream.of(peer, ours)).toList();
    }

    private double once(Way way, int round, long expected) throws Exception {
        Path folder = Files.createDirectories(work.resolve(way.name()));
        try {
            Way.Result result = way.run(folder);
            if (result.records() != expected) {
                throw new IllegalStateException(
                        way.name() + " has " + result.records() + " records where " + expected + " were expected");
            }
            double seconds = result.nanos() / 1e9;
            log.printf(Locale.ROOT, "round %d  %-16s %7.3f s%n", round, way.name(), seconds);
            log.flush();
            return seconds;
        } finally {
            delete(folder);
        }
    }

    private static void read(List<Path> input) throws IOException {
        for (Path path : input) {
            try (InputStream in = Files.newInputStream(path)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
