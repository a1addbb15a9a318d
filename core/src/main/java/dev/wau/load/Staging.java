package dev.wau.load;

import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.csv.ReadRules;
import dev.wau.model.FileId;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has the files that enter read from the central bucket into the transaction. Used once. */
final class Staging implements AutoCloseable {

    private final ObjectStore central;
    private final LoadTransaction transaction;
    private final Policies policies;
    private final Limits limits;
    private final Progress progress;
    private Progress.@Nullable Stage stage;
    private ObjectStore.Reading reading;

    Staging(ObjectStore central, LoadTransaction transaction, Policies policies, Limits limits, Progress progress) {
        this.central = central;
        this.transaction = transaction;
        this.policies = policies;
        this.limits = limits;
        this.progress = progress;
        this.reading = central::read;
    }

    /** Fetches nothing more, and ends the progress, which counts until the commit. */
    @Override
    public void close() {
        reading.close();
        if (stage != null) {
            stage.close();
        }
    }

    /**
     * Reads the first file of each content.
     *
     * @param entering files by content, in the order of the plan
     * @return in the same order
     */
    List<StagedFile> stage(Collection<List<PlannedFile>> entering) {
        List<PlannedFile> plan =
                entering.stream().map(sameContent -> sameContent.get(0)).toList();
        if (plan.isEmpty()) {
            return List.of();
        }
        List<FileToLoad> files = plan.stream().map(this::toLoad).toList();
        long bytes = files.stream().mapToLong(file -> file.version().bytes()).sum();
        stage = progress.start("load", bytes, files.size());
        reading = central.readInOrder(objects(largestFirst(plan, PlannedFile::version)));
        List<StagedFile> staged = transaction.stage(largestFirst(files, FileToLoad::version), stage);
        RejectBound bound = new RejectBound(policies.maxRejectRatio());
        return inOrder(files, staged).stream().map(bound::checked).toList();
    }

    /** The file's number: the one it has, or a new one. */
    FileId id(PlannedFile planned) {
        HistoryFile known = planned.known();
        return known == null ? transaction.nextFileId() : known.id();
    }

    // As warehouses read them: what the store fetches ahead is then what is asked for next.
    private static <T> List<T> largestFirst(List<T> files, Function<T, FileVersion> version) {
        Comparator<T> size =
                Comparator.comparingLong(file -> version.apply(file).bytes());
        return files.stream().sorted(size.reversed()).toList();
    }

    private static List<StoredObject> objects(List<PlannedFile> plan) {
        return plan.stream().map(Staging::object).toList();
    }

    private static StoredObject object(PlannedFile planned) {
        return Objects.requireNonNull(planned.candidate().object());
    }

    private static List<StagedFile> inOrder(List<FileToLoad> files, List<StagedFile> staged) {
        Map<FileId, StagedFile> byId = new HashMap<>();
        staged.forEach(file -> byId.put(file.file().id(), file));
        return files.stream()
                .map(file -> Objects.requireNonNull(byId.get(file.id())))
                .toList();
    }

    private FileToLoad toLoad(PlannedFile planned) {
        FileId id = id(planned);
        StoredObject object = object(planned);
        ReadRules rules = ReadRules.central(planned.version().customer(), policies.duplicates(), limits);
        return new FileToLoad(
                id,
                planned.version(),
                object,
                rules,
                read -> reading.read(read),
                planned.candidate().firstEvent(),
                planned.candidate().lastEvent(),
                planned.candidate().sourceRejected(),
                planned.candidate().sourceRejects());
    }
}
