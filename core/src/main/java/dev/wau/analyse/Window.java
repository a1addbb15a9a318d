package dev.wau.analyse;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A span of time that a number stands for. Its ends are instants made from dates in the asked zone by {@code java.time},
 * so that every warehouse counts by the same days, daylight saving included.
 *
 * @param first its first day
 * @param last its last day
 * @param start inclusive
 * @param end exclusive
 */
public record Window(LocalDate first, LocalDate last, Instant start, Instant end) {}
