package dev.wau.warehouse.activity;

/** Sixty-four words as a square of bits. */
final class BitMatrix {

    private BitMatrix() {}

    /**
     * Swaps rows and columns of the square that begins at an index: bit {@code c} of word {@code r} becomes bit {@code r} of
     * word {@code c}. By halves of halves (Hacker's Delight, 7-3): 192 swaps of 32 bits each, not 4,096 of one.
     */
    static void transpose(long[] words, int first) {
        long mask = 0xFFFF_FFFFL;
        for (int half = Long.SIZE / 2; half != 0; half >>= 1, mask ^= mask << half) {
            for (int row = 0; row < Long.SIZE; row = ((row | half) + 1) & ~half) {
                int low = first + row;
                int high = low + half;
                long swapped = (words[low] >>> half ^ words[high]) & mask;
                words[low] ^= swapped << half;
                words[high] ^= swapped;
            }
        }
    }
}
