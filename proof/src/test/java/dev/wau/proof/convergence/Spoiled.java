package dev.wau.proof.convergence;

import java.util.List;

/** Files that are refused as a whole. */
enum Spoiled {
    EMPTY,
    NO_TIME_COLUMN,
    DUPLICATE_HEADER,
    MOSTLY_REJECTS;

    ExportedFile file() {
        return switch (this) {
            case EMPTY -> new ExportedFile(List.of(), List.of());
            case NO_TIME_COLUMN -> file(List.of("when", "event"), "2025-06-02 08:00:00");
            case DUPLICATE_HEADER -> file(List.of("timestamp", "timestamp"), "2025-06-02 08:00:00");
            case MOSTLY_REJECTS -> file(List.of("timestamp", "event"), "2025-06-02 08:00:00", "never", "never");
        };
    }

    private static ExportedFile file(List<String> header, String... times) {
        return new ExportedFile(
                header,
                List.of(times).stream().map(time -> List.of(time, "login")).toList());
    }
}
