package dev.wau.testing.network;

import java.time.Duration;

/**
 * When and how a {@link CuttingProxy} fails, once.
 *
 * @param text what the client says that makes it fail, in ASCII; empty: the number of bytes decides
 * @param bytes how many bytes the client may send before it fails, where no text decides
 * @param way how
 * @param delay how long the server is kept waiting, for {@link Way#DELIVER_LATE}
 */
public record Cut(String text, long bytes, Way way, Duration delay) {

    /** How a connection ends. */
    public enum Way {
        /** Both ends are cut; the server never sees what the client said. */
        BEFORE_THE_SERVER_SEES,
        /** The server sees it and answers; the answer is lost and both ends are cut. */
        REPLY_LOST,
        /** The client is cut at once; the server sees what it said after the delay. */
        DELIVER_LATE,
        /** The server sees it and answers; the answer is lost, and nobody is told: the connection stays open. */
        SILENCE
    }

    /** When the client says this. */
    public static Cut at(String text, Way way) {
        return new Cut(text, 0, way, Duration.ZERO);
    }

    /** When the client says this: it reaches the server so much later, when the client is gone. */
    public static Cut late(String text, Duration delay) {
        return new Cut(text, 0, Way.DELIVER_LATE, delay);
    }

    /** Once the client has sent so many bytes. */
    public static Cut after(long bytes) {
        return new Cut("", bytes, Way.BEFORE_THE_SERVER_SEES, Duration.ZERO);
    }
}
