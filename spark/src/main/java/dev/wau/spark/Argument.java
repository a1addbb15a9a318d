package dev.wau.spark;

import dev.wau.catalog.JobPlaces;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The arguments that the job knows; others on the same command line are the cluster's. */
enum Argument {
    CENTRAL("--wau-central"),
    MARKER("--wau-marker"),
    CONFIG("--wau-config"),
    SOURCE(JobPlaces.SOURCE),
    TARGET(JobPlaces.TARGET),
    SECRET("--wau-secret"),
    COPY_ROLE("--wau-copy-role"),
    ENVIRONMENT("--wau-environment"),
    BOOKMARK("--job-bookmark-option"),
    BOOKMARK_FROM("--job-bookmark-from"),
    BOOKMARK_TO("--job-bookmark-to");

    private final String text;

    Argument(String text) {
        this.text = text;
    }

    /** As it is written. */
    String text() {
        return text;
    }

    static Optional<Argument> of(String text) {
        return Arrays.stream(values())
                .filter(argument -> argument.text.equals(text))
                .findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Argument::text).toList();
    }
}
