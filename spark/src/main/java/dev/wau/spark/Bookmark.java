package dev.wau.spark;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run takes of what stands there: Glue's job bookmark, on the load history.
 *
 * @param option which of Glue's three
 * @param from with {@link Option#PAUSE}: what was loaded until this run, inclusive, is left out; null: no range
 * @param to with {@link Option#PAUSE}: what was loaded until this run, inclusive, is in the range
 */
record Bookmark(
        Option option, @Nullable String from, @Nullable String to) {

    /** As the argument has them. */
    enum Option {
        /** What isn't loaded yet. */
        ENABLE("job-bookmark-enable"),
        /** All of it, as if nothing were loaded. */
        DISABLE("job-bookmark-disable"),
        /** A range of runs, without recording it. */
        PAUSE("job-bookmark-pause");

        private final String argument;

        Option(String argument) {
            this.argument = argument;
        }

        String argument() {
            return argument;
        }

        static Option of(String argument) {
            return Arrays.stream(values())
                    .filter(option -> option.argument.equals(argument))
                    .findFirst()
                    .orElseThrow(() -> new WauException(
                            ErrorCode.INVALID_ARGUMENT,
                            "Invalid --job-bookmark-option: '" + argument + "' ("
                                    + Arrays.stream(values())
                                            .map(Option::argument)
                                            .collect(Collectors.joining(", "))
                                    + ")"));
        }
    }

    Bookmark {
        if (option != Option.PAUSE && (from != null || to != null)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid --job-bookmark-from and --job-bookmark-to: they have a meaning only with"
                            + " --job-bookmark-option job-bookmark-pause");
        }
        if ((from == null) != (to == null)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot load a range of runs: of --job-bookmark-from and --job-bookmark-to one is missing (give both"
                            + " or none)");
        }
    }
}
