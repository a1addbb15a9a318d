package dev.wau.csv.time;

/** Reads one part of a time's text, such as two digits of a month or a separator. */
@FunctionalInterface
interface TimeStep {

    /** What {@link #read} returns when the text is something else. */
    int NOT_HERE = -1;

    /**
     * Reads the part that starts here.
     *
     * @return where the next part starts, or {@link #NOT_HERE}
     */
    int read(byte[] bytes, int at, int end, TimeParts parts);
}
