package dev.wau.aws.logs;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Gathers the columns of a window's file: every event's own, then all others by name. Not thread-safe. */
final class EventColumns {

    /** Far above what a reader of the file accepts by default, so that it says so; memory stays bounded. */
    static final int MAX = 20_000;

    private static final List<String> EVERY_EVENT =
            List.of(EventCells.TIMESTAMP, EventCells.EVENT, EventCells.USER_AGENT, EventCells.UNIQUE_IDENTIFIER);

    private final TreeSet<String> others = new TreeSet<>();

    /**
     * One more event's columns.
     *
     * @throws WauException LIMIT_REACHED: too many different ones
     */
    void add(Set<String> columns) {
        for (String column : columns) {
            if (!EVERY_EVENT.contains(column)) {
                others.add(column);
            }
        }
        if (others.size() > MAX) {
            throw new WauException(
                    ErrorCode.LIMIT_REACHED,
                    "Cannot make a file of a window whose events have more than " + MAX
                            + " different details: make the source's window shorter, or log fewer different names");
        }
    }

    /** The header. */
    List<String> header() {
        List<String> header = new ArrayList<>(EVERY_EVENT);
        header.addAll(others);
        return header;
    }
}
