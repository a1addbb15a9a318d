package dev.wau.csv;

/** Copies cells, most of which are short: for these, {@link System#arraycopy} costs more than the copying. */
public final class FewBytes {

    /** What a target needs to have beyond the bytes that are copied. */
    public static final int SLACK = Long.BYTES;

    private static final int MOST = 64;

    private FewBytes() {}

    /**
     * Copies bytes; up to {@link #SLACK} more of the target, behind them, change too.
     *
     * @param target has at least {@link #SLACK} bytes more than needed
     */
    public static void copy(byte[] source, int start, byte[] target, int at, int count) {
        if (count > MOST || source.length - start < count + SLACK) {
            System.arraycopy(source, start, target, at, count);
            return;
        }
        for (int done = 0; done < count; done += Long.BYTES) {
            EightBytes.put(target, at + done, EightBytes.at(source, start + done));
        }
    }
}
