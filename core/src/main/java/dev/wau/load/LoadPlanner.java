package dev.wau.load;

import dev.wau.config.Policies;
import dev.wau.config.Policies.SameKey;
import dev.wau.model.ObjectKey;
import dev.wau.model.RefusalReason;
import dev.wau.model.Sha256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides for each file, from the load history alone, what the run does with it. Reads no file. */
final class LoadPlanner {

    private final LoadTransaction transaction;
    private final SameKey sameKey;

    LoadPlanner(LoadTransaction transaction, Policies policies) {
        this.transaction = transaction;
        this.sameKey = policies.sameKey();
    }

    List<PlannedFile> plan(List<Candidate> candidates, Bookmark bookmark) {
        Map<ObjectKey, List<HistoryFile>> versions = versions(candidates);
        Map<Content, HistoryFile> loaded = loadedContents(candidates);
        List<PlannedFile> plan = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            List<HistoryFile> ofKey = versions.getOrDefault(candidate.version().key(), List.of());
            plan.add(
                    bookmark == Bookmark.DISABLE && candidate.standing() == Candidate.Standing.PRESENT
                            ? again(candidate, ofKey, loaded)
                            : once(candidate, ofKey, loaded));
        }
        return plan;
    }

    private PlannedFile once(Candidate candidate, List<HistoryFile> ofKey, Map<Content, HistoryFile> loaded) {
        PlannedFile planned = decide(candidate, ofKey);
        return planned.action().enters() ? asCopy(planned, loaded) : planned;
    }

    /** The file enters again, whatever the history says of it; one that carries rows does so in its own place. */
    private PlannedFile again(Candidate candidate, List<HistoryFile> ofKey, Map<Content, HistoryFile> loaded) {
        HistoryFile same = same(candidate.version().sha256(), ofKey);
        PlannedFile planned = PlannedFile.of(candidate, FileAction.RELOADED, same)
                .leaving(ofKey.stream().filter(HistoryFile::isLive).toList());
        if (same != null && same.state() == FileState.LOADED) {
            return planned;
        }
        PlannedFile copy = asCopy(planned, loaded);
        return copy.action() == FileAction.COPY ? copy.leaving(others(ofKey, same)) : planned;
    }

    /** The live versions of a key but this one. */
    private static List<HistoryFile> others(List<HistoryFile> ofKey, @Nullable HistoryFile same) {
        return ofKey.stream()
                .filter(file -> file.isLive() && (same == null || !file.id().equals(same.id())))
                .toList();
    }

    private PlannedFile decide(Candidate candidate, List<HistoryFile> ofKey) {
        @Nullable HistoryFile same = same(candidate.version().sha256(), ofKey);
        List<HistoryFile> live = others(ofKey, same);
        return switch (candidate.standing()) {
            case REFUSED ->
                PlannedFile.of(candidate, same == null ? FileAction.REFUSED : FileAction.REFUSED_BEFORE, same);
            case OVERWRITTEN ->
                PlannedFile.of(candidate, FileAction.OVERWRITTEN, same)
                        .because(
                                "overwritten by a later export before this batch was loaded; the later batch loads it");
            case GONE ->
                PlannedFile.of(candidate, FileAction.GONE, same).because("nothing stands under this key any more");
            case PRESENT -> same == null ? unknownVersion(candidate, live) : knownVersion(candidate, same, live);
        };
    }

    private PlannedFile unknownVersion(Candidate candidate, List<HistoryFile> live) {
        if (live.isEmpty()) {
            return PlannedFile.of(candidate, FileAction.NEW, null);
        }
        return switch (sameKey) {
            case SUPERSEDE ->
                PlannedFile.of(candidate, FileAction.CHANGED, null).leaving(live);
            case APPEND -> PlannedFile.of(candidate, FileAction.NEW, null);
            case IGNORE ->
                PlannedFile.of(candidate, FileAction.IGNORED, null)
                        .because("another version of this file is loaded, and policies.same-key is 'ignore'");
            case FAIL ->
                PlannedFile.of(candidate, FileAction.REFUSED, null)
                        .because(RefusalReason.CHANGED.code()
                                + ": another version of this file is loaded, and policies.same-key is 'fail'");
        };
    }

    private PlannedFile knownVersion(Candidate candidate, HistoryFile same, List<HistoryFile> live) {
        return switch (same.state()) {
            case LOADED, COPY -> PlannedFile.of(candidate, FileAction.UNCHANGED, same);
            case UNLOADED ->
                PlannedFile.of(candidate, FileAction.UNLOADED, same)
                        .leaving(replaced(live))
                        .because("taken out by hand; 'wau reload "
                                + same.version().key() + "' brings it back");
            case FAILED ->
                PlannedFile.of(candidate, FileAction.REFUSED_BEFORE, same)
                        .leaving(replaced(live))
                        .because(same.error() + "");
            case SUPERSEDED ->
                PlannedFile.of(candidate, FileAction.RETURNED, same).leaving(live);
        };
    }

    /** A version that stands there again without rows still takes the place of those that were there meanwhile. */
    private List<HistoryFile> replaced(List<HistoryFile> live) {
        return sameKey == SameKey.SUPERSEDE ? live : List.of();
    }

    private static PlannedFile asCopy(PlannedFile planned, Map<Content, HistoryFile> loaded) {
        HistoryFile original = loaded.get(Content.of(planned.version()));
        return original == null
                        || original.version().key().equals(planned.version().key())
                ? planned
                : planned.copyOf(original);
    }

    private static @Nullable HistoryFile same(Sha256 content, List<HistoryFile> ofKey) {
        return ofKey.stream()
                .filter(file -> file.version().sha256().equals(content))
                .findFirst()
                .orElse(null);
    }

    private Map<ObjectKey, List<HistoryFile>> versions(List<Candidate> candidates) {
        Set<ObjectKey> keys = new HashSet<>();
        candidates.forEach(candidate -> keys.add(candidate.version().key()));
        return transaction.versions(keys).stream()
                .collect(Collectors.groupingBy(file -> file.version().key()));
    }

    private Map<Content, HistoryFile> loadedContents(List<Candidate> candidates) {
        Set<Sha256> contents = new HashSet<>();
        candidates.forEach(candidate -> contents.add(candidate.version().sha256()));
        return transaction.loaded(contents).stream()
                .collect(Collectors.toMap(file -> Content.of(file.version()), file -> file, (first, other) -> first));
    }
}
