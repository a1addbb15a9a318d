package dev.wau.load;

import dev.wau.csv.RejectSink;
import dev.wau.load.Finding.Kind;
import dev.wau.load.LoadHistory.HistoryReject;
import dev.wau.model.Reject;
import org.jspecify.annotations.Nullable;

/** Walks the records that a file's reader rejects and the rejects that the load kept side by side, by line. Used once. */
final class RejectComparison implements RejectSink {

    private final HistoryFile file;
    private final RejectsInTurn kept;
    private final FileFindings findings;

    RejectComparison(HistoryFile file, RejectsInTurn kept, FileFindings findings) {
        this.file = file;
        this.kept = kept;
        this.findings = findings;
    }

    @Override
    public void accept(Reject reject) {
        HistoryReject next = kept.peek(file.id());
        while (next != null && next.line() < reject.line()) {
            extra(next);
            next = kept.peek(file.id());
        }
        if (next == null || next.line() > reject.line()) {
            differs(
                    reject.line(),
                    "the file's record is rejected (" + reject.reason().code() + "), but wau_rejects doesn't have it");
            return;
        }
        if (next.reason() != reject.reason()) {
            differs(
                    reject.line(),
                    "wau_rejects says " + next.reason().code() + ", the file's record is rejected for "
                            + reject.reason().code());
        } else if (!sameText(next.raw(), reject.raw())) {
            differs(reject.line(), "the text in wau_rejects is not the file's");
        }
        kept.pass();
    }

    /** Tells the kept rejects after the last one of the file. */
    void end() {
        for (HistoryReject next = kept.peek(file.id()); next != null; next = kept.peek(file.id())) {
            extra(next);
        }
    }

    private void extra(HistoryReject reject) {
        differs(reject.line(), "wau_rejects has a reject that the file doesn't");
        kept.pass();
    }

    /** Text may be kept shorter than it would be now, or not at all: that is configuration. */
    private static boolean sameText(@Nullable String kept, @Nullable String now) {
        if (kept == null || now == null) {
            return true;
        }
        String one = uncut(kept);
        String other = uncut(now);
        return one.equals(other)
                || (!one.equals(kept) && other.startsWith(one))
                || (!other.equals(now) && one.startsWith(other));
    }

    private static String uncut(String raw) {
        return raw.endsWith("…") ? raw.substring(0, raw.length() - 1) : raw;
    }

    private void differs(long line, String message) {
        findings.found(
                line,
                Kind.REJECTS_DIFFER,
                message + " ('wau reload " + file.version().key() + "')");
    }
}
