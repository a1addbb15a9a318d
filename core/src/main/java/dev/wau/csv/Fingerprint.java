package dev.wau.csv;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The {@code event_hash}: XXH3-128 over a record's canonical bytes. Those are the time in microseconds (8 bytes, little
 * endian), then for every present cell in the order of its key: the key, a NUL, the value's length (4 bytes, little
 * endian), the value. The key is the column's target, also where its cells go to details because another header of
 * the file has that target: so an event is the same whatever other headers stand beside it. Neither the order of
 * columns nor absent ones count, nor {@code unique_identifier}.
 */
final class Fingerprint {

    private static final Hasher128 HASHER = Hashing.xxh3_128();
    private static final byte[] IDENTIFIER_KEY = {'i', 'd', 0};

    private record Part(String key, int column) {}

    private final int[] columns;

    /** Each with bytes behind it that are for {@link FewBytes} only. */
    private final byte[][] keys;

    private final int identifier;
    private byte[] canonical = new byte[512];
    private int length;
    private long high;
    private long low;

    Fingerprint(List<FileColumn> columns, RowIdentity identity) {
        List<Part> parts = columns.stream()
                .filter(column -> column.role() != Role.TIME && column.role() != Role.UNIQUE_IDENTIFIER)
                .map(column -> new Part(column.target(), column.index()))
                .sorted(Comparator.comparing(Part::key, RawOrder::compare))
                .toList();
        this.columns = parts.stream().mapToInt(Part::column).toArray();
        this.keys = parts.stream()
                .map(part -> (part.key() + '\0').getBytes(StandardCharsets.UTF_8))
                .map(key -> Arrays.copyOf(key, key.length + FewBytes.SLACK))
                .toArray(byte[][]::new);
        this.identifier = identity == RowIdentity.IDENTIFIER ? identifier(columns) : -1;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    /** Takes the record's hash. */
    void take(long timeMicros, Cells cells) {
        length = 0;
        if (identifier >= 0 && cells.length(identifier) > 0) {
            put(IDENTIFIER_KEY, 0, IDENTIFIER_KEY.length);
            put(cells.bytes(identifier), cells.start(identifier), cells.length(identifier));
        } else {
            canonical(timeMicros, cells);
        }
        HashValue128 hash = HASHER.hashBytesTo128Bits(canonical, 0, length);
        high = hash.getMostSignificantBits();
        low = hash.getLeastSignificantBits();
    }

    private static int identifier(List<FileColumn> columns) {
        return columns.stream()
                .filter(column -> column.role() == Role.UNIQUE_IDENTIFIER)
                .mapToInt(FileColumn::index)
                .findFirst()
                .orElse(-1);
    }

    private void canonical(long timeMicros, Cells cells) {
        reserve(Long.BYTES);
        EightBytes.put(canonical, 0, timeMicros);
        length = Long.BYTES;
        for (int i = 0; i < columns.length; i++) {
            int column = columns[i];
            int cell = cells.length(column);
            if (cell > 0) {
                byte[] key = keys[i];
                put(key, 0, key.length - FewBytes.SLACK);
                reserve(Integer.BYTES + cell);
                // Four bytes of length; the cell is written over the upper four.
                EightBytes.put(canonical, length, cell);
                length += Integer.BYTES;
                put(cells.bytes(column), cells.start(column), cell);
            }
        }
    }

    private void put(byte[] bytes, int start, int count) {
        reserve(count);
        FewBytes.copy(bytes, start, canonical, length, count);
        length += count;
    }

    /** Room for so many bytes, and eight more. */
    private void reserve(int count) {
        if (length + count + FewBytes.SLACK > canonical.length) {
            canonical = Arrays.copyOf(canonical, Math.max(length + count + FewBytes.SLACK, canonical.length * 2));
        }
    }
}
