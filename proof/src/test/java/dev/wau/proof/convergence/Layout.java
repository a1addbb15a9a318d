package dev.wau.proof.convergence;

import java.util.List;

/**
 * Which columns an export has, in which order, and how it writes its times. The exporter's header is the union of the
 * keys that it saw in its window.
 *
 * @param zoned {@code 2025-06-02T08:00:00Z} instead of {@code 2025-06-02 08:00:00}
 */
record Layout(List<String> columns, boolean zoned) {

    static final List<Layout> ALL = List.of(
            new Layout(List.of("timestamp", "event", "userId"), false),
            new Layout(List.of("timestamp", "event", "userId", "unique_identifier"), false),
            new Layout(List.of("note", "event", "timestamp", "userAgent", "planName", "userId"), false),
            new Layout(List.of("unique_identifier", "planName", "timestamp", "userId", "event", "note"), false),
            new Layout(List.of("timestamp", "event", "userId", "note", "extra"), true),
            new Layout(List.of("timestamp", "event"), false),
            new Layout(List.of("event", "userAgent", "userId", "timestamp", "unique_identifier"), true),
            new Layout(List.of("ipAddress", "timestamp", "event", "userId", "planName"), false),
            new Layout(List.of("customer", "timestamp", "event", "userId", "unique_identifier", "note"), false));

    /** How many of them are also good in the central bucket: without personal data and a customer's word. */
    static final int CENTRAL = 7;

    @Override
    public String toString() {
        return String.join(",", columns) + (zoned ? " (zoned)" : "");
    }
}
