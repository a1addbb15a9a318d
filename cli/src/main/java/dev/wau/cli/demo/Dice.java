package dev.wau.cli.demo;

/**
 * Chance without state: what a die shows depends on its seed alone, never on how many were thrown before. So the demo's
 * files can be made in any order, on any number of threads, and come out byte for byte the same.
 *
 * @param seed all there is
 */
record Dice(long seed) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** Another die, made from this one and a number. */
    Dice at(long salt) {
        return new Dice(mix(seed + GOLDEN_GAMMA * (salt + 1)));
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return (int) (((mix(seed) >>> 32) * bound) >>> 32);
    }

    /** From 0 to below 1. */
    double share() {
        return (mix(seed) >>> 11) * 0x1.0p-53;
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return share() < probability;
    }

    /** One of these. */
    <T> T of(T[] choices) {
        return choices[below(choices.length)];
    }

    /** The finalizer of {@link java.util.SplittableRandom} (Stafford's variant 13). */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
