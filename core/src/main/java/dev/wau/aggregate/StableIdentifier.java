package dev.wau.aggregate;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.wau.model.Customer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes the {@code unique_identifier} of records that have none: a UUID of version 8 (RFC 9562) from XXH3-128 over the
 * customer's name, a zero byte, the record's {@code event_hash} and its number among the equal records of its file, all
 * little endian. So the same record gets the same one at every export. The text stands in {@link #bytes} until the next
 * one. Not thread-safe.
 */
final class StableIdentifier {

    /** The length of the text. */
    static final int LENGTH = 36;

    private static final Hasher128 HASHER = Hashing.xxh3_128();
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] input;
    private final ByteBuffer numbers;
    private final Occurrences occurrences;
    private final byte[] bytes = new byte[LENGTH];

    StableIdentifier(Customer customer, Occurrences occurrences) {
        byte[] name = customer.name().getBytes(StandardCharsets.UTF_8);
        this.input = Arrays.copyOf(name, name.length + 1 + 8 + 8 + 4);
        this.numbers = ByteBuffer.wrap(input, name.length + 1, 20).slice().order(ByteOrder.LITTLE_ENDIAN);
        this.occurrences = occurrences;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Writes the identifier of the file's next record with this hash. */
    void write(long hashHigh, long hashLow) {
        numbers.putLong(0, hashHigh);
        numbers.putLong(8, hashLow);
        numbers.putInt(16, occurrences.next(hashHigh, hashLow));
        HashValue128 hash = HASHER.hashBytesTo128Bits(input);
        long high = (hash.getMostSignificantBits() & ~0xF000L) | 0x8000L;
        long low = (hash.getLeastSignificantBits() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        text(high, low);
    }

    private void text(long high, long low) {
        int at = 0;
        for (int digit = 0; digit < 32; digit++) {
            if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
                bytes[at++] = '-';
            }
            long half = digit < 16 ? high : low;
            bytes[at++] = DIGITS[(int) (half >>> (60 - 4 * (digit % 16))) & 0xF];
        }
    }
}
