package dev.wau.load;

import org.jspecify.annotations.Nullable;

/**
 * What a run did with one file.
 *
 * @param version which
 * @param action what
 * @param counts its accounting; zero unless its records entered
 * @param message why nothing was loaded, or what it is a copy of; null where the action says it all
 */
public record FileResult(
        FileVersion version,
        FileAction action,
        FileCounts counts,
        @Nullable String message) {}
