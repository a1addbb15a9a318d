package dev.wau.csv.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * What a local time means in one zone. Immutable to its users and thread-safe: the spans it remembers are immutable
 * and any thread may find them out again.
 */
final class ZoneClock {

    /** Local times that have this one offset. */
    private record Span(long from, long until, int offset) {}

    private static final int SLOTS = 64;
    private static final int SLOT_BITS = 22; // 48 days: several years of events find their spans remembered

    private final ZoneId zone;
    private final ZoneRules rules;
    private final TimeFormats.Ambiguous ambiguous;
    private final @Nullable Span[] spans = new Span[SLOTS];
    private Span last = new Span(0, 0, 0);

    ZoneClock(ZoneId zone, TimeFormats.Ambiguous ambiguous) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.ambiguous = ambiguous;
    }

    ZoneId zone() {
        return zone;
    }

    /** Seconds since 1970-01-01T00:00:00Z, or a {@link TimeFault}. */
    long epochSeconds(long localSeconds) {
        Span recent = last;
        if (localSeconds >= recent.from && localSeconds < recent.until) {
            return localSeconds - recent.offset;
        }
        Span span = spans[slot(localSeconds)];
        if (span != null && localSeconds >= span.from && localSeconds < span.until) {
            last = span;
            return localSeconds - span.offset;
        }
        return lookUp(localSeconds);
    }

    private long lookUp(long localSeconds) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(localSeconds, 0, ZoneOffset.UTC);
        ZoneOffsetTransition transition = rules.getTransition(local);
        if (transition != null) {
            return transition.isGap() ? TimeFault.IN_GAP.code() : choose(localSeconds, transition);
        }
        int offset = rules.getOffset(local).getTotalSeconds();
        spans[slot(localSeconds)] = spanAround(localSeconds - offset, offset);
        return localSeconds - offset;
    }

    private long choose(long localSeconds, ZoneOffsetTransition overlap) {
        return switch (ambiguous) {
            case EARLIER -> localSeconds - overlap.getOffsetBefore().getTotalSeconds();
            case LATER -> localSeconds - overlap.getOffsetAfter().getTotalSeconds();
            case REJECT -> TimeFault.IN_OVERLAP.code();
        };
    }

    private Span spanAround(long epochSeconds, int offset) {
        Instant instant = Instant.ofEpochSecond(epochSeconds);
        ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        long from = before == null ? Long.MIN_VALUE : before.toEpochSecond() + Math.max(offset, other(before, offset));
        long until = after == null ? Long.MAX_VALUE : after.toEpochSecond() + Math.min(offset, other(after, offset));
        return new Span(from, until, offset);
    }

    private static int other(ZoneOffsetTransition transition, int offset) {
        int before = transition.getOffsetBefore().getTotalSeconds();
        return before == offset ? transition.getOffsetAfter().getTotalSeconds() : before;
    }

    private static int slot(long localSeconds) {
        return (int) (localSeconds >> SLOT_BITS) & (SLOTS - 1);
    }
}
