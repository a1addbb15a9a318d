package dev.wau.warehouse.sql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some records of one file, as they are counted for the rollup: each is a number of eight bytes, made of the place of its
 * user's and of its event's name and of its quarter of an hour. Immutable.
 *
 * @param counting the number of the {@link FileCounting} that made it
 * @param bytes of what was written
 * @param users names, in the order of their places from 1
 * @param events names, in the order of their places from 0
 */
@SuppressWarnings("ArrayRecordComponent") // read by one thread, and gone
record CountedChunk(long counting, int bytes, List<String> users, List<String> events, long[] records) {

    /** A record without a user. */
    static final int NO_USER = 0;

    /** Records of one chunk, at most: a megabyte. */
    static final int MOST_RECORDS = 1 << 17;

    /** Names of events of one chunk, at most. */
    static final int MOST_EVENTS = 1 << 15;

    private static final int EVENT_BITS = 15;
    private static final int QUARTER_BITS = 30;
    private static final int EVENT_MASK = MOST_EVENTS - 1;
    private static final int QUARTER_MASK = (1 << QUARTER_BITS) - 1;

    /** So that quarters of all years from 1 to 9999 are no negative numbers. */
    private static final int BIAS = 1 << (QUARTER_BITS - 2);

    /** The number of a record. */
    static long record(int user, long quarter, int event) {
        return (long) user << (QUARTER_BITS + EVENT_BITS) | (quarter + BIAS) << EVENT_BITS | event;
    }

    /** The user's place; {@link #NO_USER} for none. */
    int user(int index) {
        return (int) (records[index] >>> (QUARTER_BITS + EVENT_BITS));
    }

    int event(int index) {
        return (int) records[index] & EVENT_MASK;
    }

    long quarter(int index) {
        return (records[index] >>> EVENT_BITS & QUARTER_MASK) - BIAS;
    }

    /** How many records. */
    int size() {
        return records.length;
    }

    /** What adding it up takes beside other chunks, as if it were so many records of few names. */
    int weight() {
        return bytes / Long.BYTES + 8 * (users.size() + events.size());
    }

    /** Bytes that {@link #read} finds again. */
    static byte[] written(CountedTexts users, CountedTexts events, long[] records, int size) {
        int bytes = users.written() + events.written() + Integer.BYTES + Long.BYTES * size;
        ByteBuffer out = ByteBuffer.allocate(bytes);
        users.write(out);
        events.write(out);
        out.putInt(size);
        out.asLongBuffer().put(records, 0, size);
        return out.array();
    }

    /** Writes it as an entry. */
    static void write(DataOutputStream out, long counting, byte[] written) throws IOException {
        out.writeLong(counting);
        out.writeInt(written.length);
        out.write(written);
    }

    /** Reads an entry; null, and its bytes are passed over, if it is of none of these countings. */
    static @Nullable CountedChunk read(DataInputStream in, Set<Long> countings) throws IOException {
        long counting = in.readLong();
        int length = in.readInt();
        if (!countings.contains(counting)) {
            in.skipNBytes(length);
            return null;
        }
        ByteBuffer written = ByteBuffer.wrap(in.readNBytes(length));
        List<String> users = CountedTexts.read(written, StandardCharsets.UTF_8);
        List<String> events = CountedTexts.read(written, StandardCharsets.UTF_8);
        long[] records = new long[written.getInt()];
        written.asLongBuffer().get(records);
        return new CountedChunk(counting, length, users, events, records);
    }
}
