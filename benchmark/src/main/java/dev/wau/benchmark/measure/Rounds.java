package dev.wau.benchmark.measure;

import dev.wau.benchmark.data.Folders;
import dev.wau.benchmark.way.Way;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Runs ways in turn: a peer, ours, the next peer, ours, so that what else the machine does hits all of them alike. */
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
     * @param input the files; they are read once before, so that every way finds them in the page cache
     * @param rounds after the first; in each, every peer runs once, and ours after each of them
     * @param records that every run has to bring to their place
     * @return one for each way: ours, then the peers in their order
     * @throws IllegalStateException a run brought another number of records
     */
    public List<Samples> run(List<Path> input, Way ours, List<Way> peers, int rounds, long records) throws Exception {
        read(input);
        Map<Way, List<Way.Result>> runs = new LinkedHashMap<>();
        runs.put(ours, new ArrayList<>());
        peers.forEach(peer -> runs.put(peer, new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            for (Way way : turn(ours, peers)) {
                Way.Result result = once(way, round, records);
                runs.computeIfPresent(way, (key, all) -> {
                    all.add(result);
                    return all;
                });
            }
        }
        List<Samples> samples = new ArrayList<>();
        runs.forEach((way, results) -> samples.add(new Samples(way.name(), way.description(), results)));
        return samples;
    }

    /** Ours after each peer. */
    private static List<Way> turn(Way ours, List<Way> peers) {
        return peers.isEmpty()
                ? List.of(ours)
                : peers.stream().flatMap(peer -> Stream.of(peer, ours)).toList();
    }

    private Way.Result once(Way way, int round, long records) throws Exception {
        Path folder = work.resolve(way.name());
        Folders.delete(folder);
        Files.createDirectories(folder);
        try {
            // What a run before left on the heap is not this one's.
            System.gc();
            Way.Result result = way.run(folder);
            log.printf(Locale.ROOT, "round %d  %-14s %8.3f s%n", round, way.name(), result.nanos() / 1e9);
            log.flush();
            if (result.records() != records) {
                throw new IllegalStateException("Invalid run of " + way.name() + ": " + result.records()
                        + " records came out (" + records + " went in)");
            }
            return result;
        } finally {
            Folders.delete(folder);
        }
    }

    private static void read(List<Path> input) throws IOException {
        for (Path path : input) {
            try (InputStream in = Files.newInputStream(path)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
