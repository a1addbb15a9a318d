package dev.wau.load;

import dev.wau.load.SparseWeeks.Span;
import dev.wau.model.FileId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files whose rows a run changes in weeks that were reported.
 *
 * @param files by number
 * @param spans the time of each in which the weeks are over
 * @param reported which weeks are
 */
record Touched(Map<FileId, TouchedFile> files, Map<TouchedFile, Span> spans, Reported reported) {

    /** Those of all touched files that matter. */
    static Touched of(Collection<TouchedFile> all, Reported reported) {
        Map<FileId, TouchedFile> files = new TreeMap<>();
        Map<TouchedFile, Span> spans = new HashMap<>();
        for (TouchedFile file : all) {
            Instant first = file.first();
            Instant last = file.last();
            Instant end = reported.end(file.customer());
            if (first != null && last != null && first.isBefore(end)) {
                files.merge(file.id(), file, (one, other) -> one.cause() ? one : other);
                spans.put(file, reported.span(first, last.isBefore(end) ? last : end.minusNanos(1)));
            }
        }
        return new Touched(files, spans, reported);
    }
}
