package dev.wau.benchmark.way;

import dev.wau.benchmark.data.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code cp -R} of the sources: the least that any aggregation has to do. */
public final class CopyFiles implements Way {

    private final Dataset dataset;
    private final Durability durability;

    /** Whether the copies are on disk at the end. */
    public enum Durability {
        /** In the page cache. */
        CACHED,
        /** Synced, one by one, as aggregation's files are. */
        SYNCED
    }

    /** Of the sources' files. */
    public CopyFiles(Dataset dataset, Durability durability) {
        this.dataset = dataset;
        this.durability = durability;
    }

    @Override
    public String name() {
        return durability == Durability.CACHED ? "cp" : "cp-sync";
    }

    @Override
    public String description() {
        return durability == Durability.CACHED
                ? "`cp -R` of the same files, from the page cache into the page cache"
                : "`cp -R` of the same files, then `sync` of each copy: durable, as aggregation's files are";
    }

    @Override
    public Result run(Path folder) throws Exception {
        Path copies = folder.resolve("copies");
        String cp = "cp -R \"$1\" \"$2\"";
        String script = durability == Durability.CACHED ? cp : cp + " && find \"$2\" -type f -exec sync {} +";
        ChildProcess.Exit exit = ChildProcess.run(
                folder,
                List.of(
                        "sh",
                        "-c",
                        script,
                        "sh",
                        dataset.sources().toAbsolutePath().toString(),
                        copies.toAbsolutePath().toString()));
        return new Result(records(copies), exit.nanos(), 0, 0);
    }

    /** All, if every byte is there. */
    private long records(Path copies) {
        List<Path> paths = new ArrayList<>();
        for (Path source : dataset.sourceFiles()) {
            paths.add(copies.resolve(dataset.sources().relativize(source)));
        }
        boolean whole =
                paths.stream().allMatch(Files::exists) && Dataset.bytes(paths) == Dataset.bytes(dataset.sourceFiles());
        return whole ? dataset.shape().totalRecords() : 0;
    }
}
