package dev.wau.benchmark.command;

/** Numbers on the command line: one that can't be meant is refused, never replaced. */
final class Ranges {

    private Ranges() {}

    /** Refuses what is less than the least or more than the most. */
    static void require(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("Invalid " + option + ": " + value + " (" + least + " to " + most + ")");
        }
    }

    /** Refuses what isn't above zero, what isn't a number, and what is more than the most. */
    static void requireAboveZero(String option, double value, double most) {
        if (!(value > 0 && value <= most)) {
            throw new IllegalArgumentException("Invalid " + option + ": " + value + " (above 0, at most " + most + ")");
        }
    }
}
