package dev.wau.cli.demo;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened. Everything an export of it says follows from here, so that two exports say the same.
 *
 * @param second since 1970, UTC
 * @param user who did it; null: nobody, a machine
 * @param type what
 * @param dice the details
 */
record DemoEvent(long second, @Nullable DemoUser user, EventType type, Dice dice) {
    private static final double SHADOWED_TIMES = 0.006;

    /** The keys that this event itself brings; the exporter adds its own. */
    long keys() {
        long keys = Key.TIMESTAMP.bit() | Key.EVENT.bit() | type.keys();
        return user == null ? keys : keys | Key.USER_ID.bit() | Key.USER_AGENT.bit();
    }

    /** Whether its details say {@code timestamp} too, so that its time is lost. */
    boolean shadowsTime() {
        return type == EventType.WEBHOOK_RECEIVED && dice.at(77).chance(SHADOWED_TIMES);
    }
}
