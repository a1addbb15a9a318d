package dev.wau.warehouse.sql;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers texts by their bytes, from 0 in the order in which they come. Used by one thread. */
final class CountedTexts {

    private byte[] bytes = new byte[1 << 6];
    private int[] ends = new int[1 << 2];
    private int[] hashes = new int[1 << 2];
    private int[] table = new int[1 << 3];
    private int size;
    private int last;

    /** The text's number. */
    int place(byte[] source, int start, int length) {
        if (size > 0 && isAt(last, source, start, length)) {
            return last;
        }
        int hash = hash(source, start, length);
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) {
            int place = table[slot] - 1;
            if (hashes[place] == hash && isAt(place, source, start, length)) {
                last = place;
                return place;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = size + 1;
        last = size;
        append(hash, source, start, length);
        return last;
    }

    /** Spread, so that ids that differ in their end only lie apart. */
    private static int hash(byte[] source, int start, int length) {
        int hash = length;
        for (int index = start; index < start + length; index++) {
            hash = 31 * hash + source[index];
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    private boolean isAt(int place, byte[] source, int start, int length) {
        int from = place == 0 ? 0 : ends[place - 1];
        return ends[place] - from == length && Arrays.equals(bytes, from, ends[place], source, start, start + length);
    }

    private void append(int hash, byte[] source, int start, int length) {
        int from = size == 0 ? 0 : ends[size - 1];
        if (bytes.length - from < length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, from + length));
        }
        System.arraycopy(source, start, bytes, from, length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        ends[size] = from + length;
        hashes[size++] = hash;
        if (2 * size > table.length) {
            rehash();
        }
    }

    private void rehash() {
        table = new int[4 * table.length];
        int mask = table.length - 1;
        for (int place = 0; place < size; place++) {
            int slot = hashes[place] & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = place + 1;
        }
    }

    /** How many. */
    int size() {
        return size;
    }

    /** Bytes that {@link #write} writes. */
    int written() {
        return Integer.BYTES * (1 + size) + bytes();
    }

    /** What they take together, in bytes. */
    int bytes() {
        return size == 0 ? 0 : ends[size - 1];
    }

    void write(ByteBuffer out) {
        out.putInt(size);
        for (int place = 0; place < size; place++) {
            out.putInt(ends[place]);
        }
        out.put(bytes, 0, bytes());
    }

    /** What was written, in the order of their numbers. */
    static List<String> read(ByteBuffer in, Charset charset) {
        int[] ends = new int[in.getInt()];
        for (int place = 0; place < ends.length; place++) {
            ends[place] = in.getInt();
        }
        byte[] bytes = new byte[ends.length == 0 ? 0 : ends[ends.length - 1]];
        in.get(bytes);
        List<String> texts = new ArrayList<>(ends.length);
        int from = 0;
        for (int end : ends) {
            texts.add(new String(bytes, from, end - from, charset));
            from = end;
        }
        return texts;
    }
}
